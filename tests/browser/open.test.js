// Every way to bring a document onto the page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { ACCOUNTS, BUDGET, NEIGHBOUR, folderWith } from './files.js';
import { testViewer } from './harness.js';

testViewer('several dropped files are read', async (viewer) => {
  await viewer.drop(BUDGET, ACCOUNTS, NEIGHBOUR);
  await viewer.finished(3);
  assert.deepEqual(await viewer.documentFiles(), [BUDGET, ACCOUNTS, NEIGHBOUR].map((path) => basename(path)));
});

testViewer('a dropped folder is read with the folders in it, however many files it holds', async (viewer) => {
  const files = { '2024/begroting.txt': readFileSync(BUDGET), 'jaarstukken.txt': readFileSync(ACCOUNTS) };
  for (let number = 1; number <= 105; number += 1) files[`stukken/stuk-${number}.txt`] = `Stuk ${number}\n\nLasten € ${number}\n`;
  await viewer.drop(folderWith(files));
  await viewer.finished(107);
  assert.equal((await viewer.documentFiles()).length, 107);
});

testViewer('chosen files are read', async (viewer) => {
  await viewer.chooseFiles(BUDGET, ACCOUNTS);
  await viewer.finished(2);
  assert.deepEqual(await viewer.documentFiles(), [BUDGET, ACCOUNTS].map((path) => basename(path)));
});

testViewer('a chosen folder is read', async (viewer) => {
  await viewer.chooseFolder(folderWith({ 'a.txt': readFileSync(BUDGET), 'b/c.txt': readFileSync(ACCOUNTS) }));
  await viewer.finished(2);
  assert.deepEqual(await viewer.documentFiles(), ['a.txt', 'c.txt']);
});

testViewer('pasted text is read', async (viewer) => {
  await viewer.paste(readFileSync(BUDGET, 'utf8'));
  await viewer.finished(1);
  assert.deepEqual(await viewer.documentFiles(), ['Geplakte tekst 1']);
});

testViewer('the sample set is read', async (viewer, { server, watch }) => {
  await viewer.openSamples();
  const samples = JSON.parse(readFileSync(new URL('../../dist/samples/index.json', import.meta.url), 'utf8'));
  assert.deepEqual(await viewer.documentFiles(), samples.toSorted());
  const asked = watch.requestsAfterLoading.toSorted();
  assert.deepEqual(asked, ['samples/index.json', ...samples.map((sample) => `samples/${sample}`)].toSorted());
  assert.ok(server.version, 'the files are asked for by version');
});

testViewer('a text that is there already is not added twice', async (viewer) => {
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.drop(BUDGET);
  await viewer.noticeAbout(basename(BUDGET)).getByText('Dit bestand staat al in de lijst.').waitFor();
  assert.equal((await viewer.documentFiles()).length, 1);
});
