// What the checks say: the sums laid out, the way from each number to the text, and notes on findings.

import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { ACCOUNTS, BUDGET, PDF_BYTES, fileWith } from './files.js';
import { testViewer } from './harness.js';

const TOTAL = 'de delen komen op 39.963, er staat 39.693';

/** Opens the accounts of the sample set at their checks. */
async function openAccounts(viewer) {
  await viewer.drop(ACCOUNTS);
  await viewer.finished(1);
  await viewer.show('Controle');
}

testViewer('the error of the sample set is found, and nothing else in it', async (viewer) => {
  await viewer.openSamples();
  const verdicts = viewer.documentList.locator('.document-verdict > span:last-child');
  const words = (await verdicts.allInnerTexts()).sort();
  assert.deepEqual(words, ['3 kloppen niet', 'klopt', 'klopt', 'klopt', 'niet gecontroleerd']);
  await viewer.document(basename(ACCOUNTS)).click();
  await viewer.show('Controle');
  await viewer.verdict('3 kloppen niet').waitFor();
  const headlines = await viewer.headlines();
  assert.equal(headlines.length, 3);
  // One wrong number breaks three sums: its rows, its difference, its balance.
  for (const headline of headlines) assert.match(headline, /Meedoen en gezondheid/);
  assert.ok(headlines.some((headline) => headline.includes(TOTAL)));
});

testViewer('each number of a sum is shown in the text', async (viewer) => {
  await openAccounts(viewer);
  await viewer.finding(TOTAL).getByRole('button', { name: '12.874' }).click();
  await viewer.comesIntoSight(viewer.chosenMark);
  assert.equal(await viewer.chosenMark.textContent(), '12.874');
  await viewer.finding(TOTAL).getByRole('button', { name: '12.874', pressed: true }).waitFor();
});

testViewer('sums that hold are folded away until they are asked for', async (viewer) => {
  await openAccounts(viewer);
  const holds = viewer.finding('de delen komen op 38.939, en dat staat er');
  await holds.waitFor({ state: 'hidden' });
  await viewer.verdict(/ kloppen$/).click();
  await holds.waitFor();
  await viewer.finding(TOTAL).waitFor({ state: 'detached' });
});

testViewer('one kind of check can be chosen', async (viewer) => {
  await openAccounts(viewer);
  await viewer.page.getByRole('combobox', { name: 'Soort controle' }).selectOption('Lasten, baten en saldo');
  await viewer.finding(TOTAL).waitFor({ state: 'detached' });
  assert.equal((await viewer.headlines()).length, 1);
});

testViewer('a finding is marked, saved, and found again by the same text', async (viewer) => {
  await openAccounts(viewer);
  await viewer.note(TOTAL, 'Markeer als verklaard', 'Twee cijfers verwisseld');
  await viewer.finding(TOTAL).getByText('verklaard: Twee cijfers verwisseld').waitFor();
  await viewer.documentList.getByText('2 kloppen niet').waitFor();
  const saved = await viewer.savedNotes();
  assert.deepEqual(saved.marks.map(({ judgement, note }) => [judgement, note]), [['explained', 'Twee cijfers verwisseld']]);

  await viewer.finding(TOTAL).getByText('Aantekening wijzigen').click();
  await viewer.finding(TOTAL).getByRole('button', { name: 'Weghalen' }).click();
  await viewer.documentList.getByText('3 kloppen niet').waitFor();
  await viewer.openNotes(fileWith('aantekeningen.json', JSON.stringify(saved)));
  await viewer.finding(TOTAL).getByText('verklaard: Twee cijfers verwisseld').waitFor();
  assert.equal(await viewer.announcement.textContent(), '1 aantekening geopend.');
});

testViewer('a file that holds no notes gets a message and changes nothing', async (viewer) => {
  await openAccounts(viewer);
  await viewer.note(TOTAL, 'Markeer als te herstellen', '');
  for (const [name, content] of [['een.json', '{"a": 1}'], ['twee.json', '{"marks"'], ['drie.json', PDF_BYTES]]) {
    await viewer.openNotes(fileWith(name, content));
    await viewer.noticeAbout(name).waitFor();
  }
  await viewer.finding(TOTAL).getByText('te herstellen', { exact: true }).waitFor();
});

testViewer('a document in which all sums hold says so', async (viewer) => {
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.documentList.getByText('klopt', { exact: true }).waitFor();
  await viewer.show('Controle');
  await viewer.verdict('2 kloppen').waitFor();
  assert.deepEqual(await viewer.headlines(), []);
});
