const list = document.querySelector('ul');

chrome.storage.local.get('snapshot').then(({ snapshot }) => {
  const rows = snapshot ? JSON.parse(snapshot) : [{ description: 'Nothing tracked yet', time: '' }];
  for (const { description, time } of rows) {
    const row = document.createElement('li');
    const [what, howLong] = [document.createElement('span'), document.createElement('span')];
    what.textContent = description;
    howLong.textContent = time;
    row.append(what, howLong);
    list.append(row);
  }
});
