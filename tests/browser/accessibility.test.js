// Every screen, in both colours, wide and narrow: axe finds nothing.

import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';

import { BUDGET, PDF_BYTES, fileWith } from './files.js';
import { PHONE, testViewer } from './harness.js';

const VIEWS = ['Overzicht', 'Programma’s', 'Cijfers', 'Partners', 'Twijfels'];

async function expectAccessible(viewer, screen) {
  const { violations } = await new AxeBuilder({ page: viewer.page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
  assert.deepEqual(found, [], screen);
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, settings] of [['wide', {}], ['narrow', { viewport: PHONE }]]) {
    testViewer(
      `axe finds nothing on any screen, ${colorScheme} and ${width}`,
      async (viewer) => {
        await expectAccessible(viewer, 'start');
        await viewer.button('Tekst plakken').click();
        await expectAccessible(viewer, 'paste');
        await viewer.button('Annuleren').click();
        await viewer.drop(BUDGET, fileWith('stukken.pdf', PDF_BYTES));
        await viewer.finished(1, 1);
        for (const view of VIEWS) {
          await viewer.show(view);
          await expectAccessible(viewer, view);
        }
        await viewer.show('Cijfers');
        await viewer.fact('37.731.600').click();
        await viewer.chosenFact.waitFor();
        await expectAccessible(viewer, 'a chosen fact');
        await viewer.removeEverything();
        await expectAccessible(viewer, 'undo');
      },
      { ...settings, colorScheme },
    );
  }
}
