// What a reader prefers, and what the page remembers of it.

import assert from 'node:assert/strict';

import { BUDGET } from './files.js';
import { testViewer } from './harness.js';

testViewer('the language is switched at once and remembered', async (viewer, { watch }) => {
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.speak('English');
  await viewer.page.getByRole('heading', { name: 'Documents' }).waitFor();
  await viewer.button('Remove all').waitFor();
  watch.expect(/late request/);
  await viewer.page.reload();
  await viewer.button('Choose files').waitFor();
  assert.equal(await viewer.page.locator('.kijker').getAttribute('lang'), 'en');
});

testViewer('the colours are switched at once and remembered', async (viewer, { watch }) => {
  const background = () => viewer.page.locator('.kijker').evaluate((node) => getComputedStyle(node).backgroundColor);
  const light = await background();
  await viewer.dress('Donker');
  const dark = await background();
  assert.notEqual(dark, light);
  watch.expect(/late request/);
  await viewer.page.reload();
  await viewer.startHeading.waitFor();
  assert.equal(await background(), dark);
});
