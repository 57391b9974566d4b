/** Hands a text to the person as a file, by the browser's own download. */
export function saveFile(name: string, json: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; without this the text stays in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
