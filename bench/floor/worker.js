// What any worker that keeps a person's data must do, and nothing else: answer, put durably, keep a second copy.

let database;

const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('floor', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'key' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function put(row) {
  database ??= await open();
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  transaction.objectStore('rows').put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
}

/** Milliseconds of a raw strict put followed by a raw set, as the worker sees them. */
async function write(row) {
  database ??= await open();
  const begun = performance.now();
  await put(row);
  await chrome.storage.local.set({ row });
  return { done: true, ms: performance.now() - begun };
}

chrome.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.type === 'hello') answer({ done: true });
  else if (message.type === 'write') write(message.row).then(answer);
  else answer({ refused: 'misshapen' });
  return message.type === 'write';
});
