// The list of documents: by municipality, with a way to remove and a way back.

import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { ACCOUNTS, BUDGET, NEIGHBOUR } from './files.js';
import { testViewer } from './harness.js';

const [budget, accounts, neighbour] = [BUDGET, ACCOUNTS, NEIGHBOUR].map((path) => basename(path));

testViewer('documents stand under their municipality, with kind and year', async (viewer) => {
  await viewer.openSamples();
  for (const name of ['Voorbeeldstad', 'Voorbeeldwoude']) {
    await viewer.documentList.getByRole('heading', { name }).waitFor();
  }
  assert.match(await viewer.document(accounts).innerText(), /Jaar(stukken|rekening|verslag).*2024/);
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
