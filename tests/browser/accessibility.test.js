// Every screen, in both colours, wide and narrow: axe finds nothing.

import assert from 'node:assert/strict';

import { AxeBuilder } from '@axe-core/playwright';

import { ACCOUNTS, BUDGET, NEIGHBOUR, PDF_BYTES, fileWith } from './files.js';
import { PHONE, testViewer } from './harness.js';

const VIEWS = ['Overzicht', 'Programma’s', 'Cijfers', 'Partners', 'Controle', 'Twijfels'];

/** What axe finds on one screen, a line each. */
async function findings(viewer, screen) {
  const { violations } = await new AxeBuilder({ page: viewer.page }).analyze();
  const places = (nodes) => nodes.map(({ target }) => target.flat().join(' ')).join(', ');
  return violations.map(({ id, nodes }) => `${screen}: ${id}: ${places(nodes)}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const [width, settings] of [['wide', {}], ['narrow', { viewport: PHONE }]]) {
    testViewer(
      `axe finds nothing on any screen, ${colorScheme} and ${width}`,
      async (viewer) => {
        const found = [];
        const look = async (screen) => found.push(...(await findings(viewer, screen)));
        await look('start');
        await viewer.button('Tekst plakken').click();
        await look('paste');
        await viewer.button('Annuleren').click();
        await viewer.drop(BUDGET, fileWith('stukken.pdf', PDF_BYTES));
        await viewer.finished(1, 1);
        for (const view of VIEWS) {
          await viewer.show(view);
          await look(view);
        }
        await viewer.show('Cijfers');
        await viewer.fact('37.731.600').click();
        await viewer.chosenFact.waitFor();
        await look('a chosen fact');
        await viewer.drop(ACCOUNTS, NEIGHBOUR);
        await viewer.finished(2);
        await viewer.showSeveral('Vergelijken');
        await viewer.page.getByRole('img').first().waitFor();
        await look('comparing');
        await viewer.showSeveral('Partners van alle documenten');
        await viewer.page.locator('.matrix .choosable').first().click();
        await look('one partner');
        await viewer.button('Terug naar het overzicht').click();
        await look('partners of all documents');
        await viewer.removeEverything();
        await look('undo');
        assert.deepEqual(found, []);
      },
      { ...settings, colorScheme },
    );
  }
}
