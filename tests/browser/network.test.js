// The page needs no network once it is there, and works wherever its folder stands.

import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { BUDGET } from './files.js';
import { testViewer } from './harness.js';

testViewer('files are read with the network off', async (viewer, { watch }) => {
  await viewer.page.context().setOffline(true);
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.show('Cijfers');
  await viewer.fact('37.731.600').click();
  await viewer.chosenFact.waitFor();
  assert.deepEqual(watch.requestsAfterLoading, []);
});

testViewer('reading, choosing and switching ask for nothing', async (viewer, { watch }) => {
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.show('Partners');
  await viewer.speak('English');
  await viewer.button('Remove all').click();
  await viewer.button('Undo').click();
  assert.deepEqual(watch.requestsAfterLoading, []);
});

for (const path of ['/', '/a/b/c%20d/']) {
  testViewer(
    `the folder works from ${path}`,
    async (viewer) => {
      await viewer.openSamples();
      await viewer.document(basename(BUDGET)).waitFor();
    },
    { path },
  );
}
