// Everything by keyboard, from an empty page to a chosen fact.

import assert from 'node:assert/strict';
import { dirname } from 'node:path';

import { BUDGET } from './files.js';
import { testViewer } from './harness.js';

testViewer('the samples, a document, a view and a fact are reached without a mouse', async (viewer) => {
  await viewer.tabTo(viewer.button('Voorbeelden openen'));
  await viewer.press('Enter');
  await viewer.finished(5);
  await viewer.tabTo(viewer.document('voorbeeldstad-jaarstukken-2024.txt'));
  await viewer.press('Enter');
  await viewer.tabTo(viewer.page.getByRole('tab', { name: 'Overzicht' }));
  await viewer.press('ArrowRight', 'ArrowRight');
  await viewer.page.getByRole('tab', { name: 'Cijfers', selected: true }).waitFor();
  const amount = viewer.page.getByRole('tabpanel').locator('button.choosable').first();
  const printed = await amount.innerText();
  await viewer.tabTo(amount);
  await viewer.press('Enter');
  await viewer.chosenFact.waitFor();
  assert.equal(await viewer.chosenMark.textContent(), printed);
});

testViewer('text is pasted without a mouse', async (viewer) => {
  await viewer.tabTo(viewer.button('Tekst plakken'));
  await viewer.press('Enter');
  await viewer.tabTo(viewer.page.getByRole('textbox', { name: 'De tekst' }));
  await viewer.page.keyboard.insertText('Begroting 2024\n\nLasten € 12\n');
  await viewer.tabTo(viewer.button('Lezen'));
  await viewer.press('Enter');
  await viewer.finished(1);
});

for (const [name, chosen] of [['Bestanden kiezen', BUDGET], ['Map kiezen', dirname(BUDGET)]]) {
  testViewer(`“${name}” opens the browser's window without a mouse`, async (viewer) => {
    await viewer.tabTo(viewer.button(name));
    const chooser = viewer.page.waitForEvent('filechooser');
    await viewer.press('Enter');
    await (await chooser).setFiles(chosen);
    await viewer.documentList.waitFor();
  });
}
