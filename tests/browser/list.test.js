// The list of documents: by municipality, with a way to remove and a way back.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { ACCOUNTS, BUDGET, NEIGHBOUR, fileWith } from './files.js';
import { testViewer } from './harness.js';

const [budget, accounts, neighbour] = [BUDGET, ACCOUNTS, NEIGHBOUR].map((path) => basename(path));

testViewer('documents stand under their municipality, with kind and year', async (viewer) => {
  await viewer.openSamples();
  for (const name of ['Voorbeeldstad', 'Voorbeeldwoude']) {
    await viewer.documentList.getByRole('heading', { name }).waitFor();
  }
  assert.match(await viewer.document(accounts).innerText(), /Jaar(stukken|rekening|verslag).*2024/);
});

testViewer('a long file name stays on its line and is there in full', async (viewer) => {
  const name = `begroting-${'2024'.repeat(20)}.txt`;
  await viewer.drop(fileWith(name, readFileSync(BUDGET)), ACCOUNTS);
  await viewer.finished(2);
  const [long, short] = [name, accounts].map((file) => viewer.documentList.getByText(file, { exact: true }));
  assert.equal((await long.boundingBox()).height, (await short.boundingBox()).height);
  assert.equal(await long.getAttribute('title'), name);
  await viewer.document(name).waitFor();
});

testViewer('one document is removed and comes back', async (viewer) => {
  await viewer.drop(BUDGET, ACCOUNTS, NEIGHBOUR);
  await viewer.finished(3);
  await viewer.remove(accounts);
  assert.deepEqual(await viewer.documentFiles(), [budget, neighbour]);
  await viewer.button('Ongedaan maken').click();
  await viewer.document(accounts).waitFor();
  assert.deepEqual(await viewer.documentFiles(), [budget, accounts, neighbour]);
});

testViewer('all documents are removed and come back', async (viewer) => {
  await viewer.drop(BUDGET, ACCOUNTS, NEIGHBOUR);
  await viewer.finished(3);
  await viewer.button('Alles verwijderen').click();
  await viewer.documentList.waitFor({ state: 'detached' });
  await viewer.press('Control+z');
  await viewer.document(neighbour).waitFor();
  assert.deepEqual(await viewer.documentFiles(), [budget, accounts, neighbour]);
});
