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

testViewer('a long file name is there in full, with an end that does not break', async (viewer) => {
  const name = `${'begroting2024'.repeat(8)}.txt`;
  await viewer.drop(fileWith(name, readFileSync(BUDGET)));
  await viewer.finished(1);
  const file = viewer.documentList.locator('.document-file');
  const { isWhole, rowsOfEnd } = await file.evaluate((whole) => ({
    isWhole: whole.scrollWidth <= whole.clientWidth && whole.scrollHeight <= whole.clientHeight,
    rowsOfEnd: whole.lastElementChild.getClientRects().length,
  }));
  assert.deepEqual([isWhole, rowsOfEnd], [true, 1]);
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
