// The text beside the facts, and the way from the one to the other.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { BUDGET } from './files.js';
import { PHONE, testViewer } from './harness.js';

/** A document that is longer than the window before its last fact. */
const LONG = `${readFileSync(BUDGET, 'utf8')}\n${'Een regel zonder feiten.\n\n'.repeat(80)}
Programma Sluitstuk

Lasten € 987.654
Baten € -123.456
Saldo € 864.198
`;

for (const [window, settings] of [['a wide window', {}], ['a phone', { viewport: PHONE }]]) {
  testViewer(`choosing a fact scrolls the text to its words, in ${window}`, async (viewer) => {
    await viewer.paste(LONG);
    await viewer.finished(1);
    await viewer.show('Cijfers');
    await viewer.fact('987.654').click();
    await viewer.comesIntoSight(viewer.chosenMark);
    assert.equal(await viewer.chosenMark.textContent(), '987.654');
  }, settings);
}

testViewer('choosing a mark shows the fact', async (viewer) => {
  await viewer.paste(LONG);
  await viewer.finished(1);
  await viewer.mark('864.198').click();
  await viewer.chosenFact.getByText('864.198').first().waitFor();
});

testViewer('the keys walk along the facts of the text', async (viewer) => {
  await viewer.paste(LONG);
  await viewer.finished(1);
  await viewer.mark('987.654').click();
  await viewer.press('ArrowDown');
  await viewer.chosenFact.getByText('123.456').first().waitFor();
  await viewer.press('ArrowUp');
  await viewer.chosenFact.getByText('€ 987.654', { exact: true }).waitFor();
  await viewer.press('Escape');
  await viewer.chosenFact.waitFor({ state: 'detached' });
});
