// Several documents side by side: which belong together, what became of the budget, the way from every number to its place,
// and the partners of all of them.

import assert from 'node:assert/strict';
import { basename } from 'node:path';

import { ACCOUNTS, BUDGET, NEIGHBOUR } from './files.js';
import { PHONE, testViewer } from './harness.js';

const COMPARER = ['begrotings-kijker-compare.js', 'compare.js', 'compare_bg.wasm'];
const BUDGET_AND_ACCOUNTS = 'Begroting 2024 en jaarrekening 2024 van Voorbeeldstad';
const PROGRAMME = 'Meedoen en gezondheid';

async function compareBudgetAndAccounts(viewer) {
  await viewer.drop(BUDGET, ACCOUNTS, NEIGHBOUR);
  await viewer.finished(3);
  await viewer.showSeveral('Vergelijken');
  await viewer.pair(BUDGET_AND_ACCOUNTS).waitFor();
}

testViewer('comparing is offered for two documents, and fetched when it is asked for', async (viewer, { watch }) => {
  await viewer.drop(BUDGET);
  await viewer.finished(1);
  await viewer.screenOfSeveral('Vergelijken').waitFor({ state: 'detached' });
  await viewer.drop(ACCOUNTS);
  await viewer.finished(1);
  assert.deepEqual(watch.requestsAfterLoading.filter((file) => COMPARER.includes(file)), []);
  await viewer.showSeveral('Vergelijken');
  await viewer.pair(BUDGET_AND_ACCOUNTS).waitFor();
  const asked = new Set(watch.requestsAfterLoading);
  assert.deepEqual(COMPARER.filter((file) => asked.has(file)), COMPARER);
});

testViewer('what belongs together is offered with what it is to each other', async (viewer) => {
  await compareBudgetAndAccounts(viewer);
  const offer = viewer.offer(BUDGET_AND_ACCOUNTS);
  assert.equal(await offer.getAttribute('aria-pressed'), 'true');
  assert.match(await offer.innerText(), /Wat er van de begroting is terechtgekomen/);
});

testViewer('what makes two documents unlike is said before any number', async (viewer) => {
  await compareBudgetAndAccounts(viewer);
  await viewer.chooseTwo('Begroting 2024 van Voorbeeldstad', 'Begroting 2025 van Voorbeeldwoude');
  const pair = viewer.pair('Begroting 2024 van Voorbeeldstad en begroting 2025 van Voorbeeldwoude');
  await pair.getByText('Ze zijn van verschillende gemeenten').waitFor();
  await pair.getByText('Ze gaan over verschillende jaren').waitFor();
  await viewer.offer(BUDGET_AND_ACCOUNTS).click();
  const words = await viewer.pair(BUDGET_AND_ACCOUNTS).innerText();
  const [warning, amount] = [words.indexOf('verschillende soorten documenten'), words.indexOf('€')];
  assert.ok(warning > 0 && warning < amount, words);
});

testViewer('budget and accounts stand in bars and in a table, with favourable and unfavourable in words', async (viewer) => {
  await compareBudgetAndAccounts(viewer);
  const chart = viewer.page.getByRole('img', { name: 'Lasten per programma: begroot en gerealiseerd' });
  await chart.getByText(PROGRAMME).waitFor();
  await chart.getByText('€ 38.939.000').waitFor();
  const table = viewer.table('Begroot en besteed');
  for (const column of ['Begroot', 'Gerealiseerd', 'Besteed', 'Betekenis']) {
    await table.getByRole('columnheader', { name: column }).waitFor();
  }
  const row = table.getByRole('row', { name: /39\.693\.000/ });
  assert.match(await row.innerText(), /101,9%[\s\S]*nadelig/);
});

for (const [window, settings] of [['a wide window', {}], ['a phone', { viewport: PHONE }]]) {
  testViewer(`every number leads to its place, and there is a way back, in ${window}`, async (viewer) => {
    await compareBudgetAndAccounts(viewer);
    await viewer.table('Begroot en besteed').getByRole('button', { name: '€ 39.693.000' }).click();
    await viewer.chosenFact.getByText('39.693').first().waitFor();
    await viewer.comesIntoSight(viewer.chosenMark);
    await viewer.button('Terug naar Vergelijken').click();
    await viewer.pair(BUDGET_AND_ACCOUNTS).waitFor();
  }, settings);
}

testViewer('choosing a bar opens its programme', async (viewer) => {
  await compareBudgetAndAccounts(viewer);
  await viewer.page.locator('.picture:visible .ground').first().click();
  await viewer.chosenFact.getByText(PROGRAMME).first().waitFor();
  await viewer.document(basename(ACCOUNTS)).and(viewer.page.locator('[aria-current]')).waitFor();
});

testViewer('a person can say which programmes belong together, and take it back', async (viewer) => {
  await compareBudgetAndAccounts(viewer);
  const table = viewer.table('Welke programma’s bij elkaar horen');
  const choice = viewer.page.getByRole('combobox', { name: new RegExp(`${PROGRAMME} hoort bij`) });
  await choice.selectOption('geen tegenhanger');
  const row = table.getByRole('row').filter({ has: choice });
  await row.getByText('door u gekozen').waitFor();
  await choice.selectOption('zoals de begrotingskijker het vond');
  await row.getByText('zelfde naam').waitFor();
});

testViewer('the partners of all documents stand in a matrix, and each mention leads to the text', async (viewer) => {
  await viewer.openSamples();
  await viewer.showSeveral('Partners van alle documenten');
  const matrix = viewer.table('Welke gemeente met welke partner');
  for (const name of ['Partner', 'Voorbeeldstad', 'Voorbeeldwoude']) {
    await matrix.getByRole('columnheader', { name, exact: true }).waitFor();
  }
  await matrix.getByRole('button', { name: 'Gezondheidsdienst Zilverland' }).click();
  await viewer.page.getByRole('heading', { name: 'Gezondheidsdienst Zilverland', level: 2 }).waitFor();
  await viewer.page.locator('.mentions button').first().click();
  await viewer.comesIntoSight(viewer.chosenMark);
  assert.match(await viewer.chosenMark.textContent(), /Gezondheidsdienst Zilverland|GDZ/);
  await viewer.button('Terug naar alle partners').click();
  await viewer.page.getByRole('heading', { name: 'Gezondheidsdienst Zilverland', level: 2 }).waitFor();
});

testViewer('a person can merge two partners and take them apart', async (viewer) => {
  await viewer.openSamples();
  await viewer.showSeveral('Partners van alle documenten');
  const matrix = viewer.table('Welke gemeente met welke partner');
  await matrix.getByRole('button', { name: 'Gezondheidsdienst Zilverland' }).click();
  const others = viewer.page.getByRole('combobox', { name: 'Is dezelfde als…' });
  await others.selectOption('Werkbedrijf Zilverland');
  await viewer.button('Samenvoegen').click();
  await viewer.button('“Werkbedrijf Zilverland” hoort er niet bij').click();
  await others.selectOption('Werkbedrijf Zilverland');
});

testViewer(
  'what compares costs nothing but the comparison when it cannot be fetched',
  async (viewer, { server, watch }) => {
    watch.expect(/compare_bg\.wasm|404|MIME|wasm/);
    await viewer.drop(BUDGET, ACCOUNTS);
    await viewer.finished(2);
    await viewer.showSeveral('Vergelijken');
    await viewer.notices.getByText('kon niet worden opgehaald').waitFor();
    server.allow('compare_bg.wasm');
    await viewer.button('Opnieuw proberen').click();
    await viewer.pair(BUDGET_AND_ACCOUNTS).waitFor();
    await viewer.notices.waitFor({ state: 'detached' });
  },
  { prepare: (server) => server.refuse('compare_bg.wasm') },
);

testViewer(
  'one that dies while it compares is told of, and the documents stay',
  async (viewer) => {
    await viewer.drop(BUDGET, ACCOUNTS);
    await viewer.finished(2);
    await viewer.showSeveral('Vergelijken');
    await viewer.notices.getByText('Het vergelijken is gestopt door een fout.').waitFor();
    await viewer.document(basename(BUDGET)).click();
    await viewer.show('Cijfers');
    await viewer.anyFact.waitFor();
  },
  { prepare: (server) => server.change('begrotings-kijker-compare.js', dying) },
);

testViewer(
  'on a phone no screen of several documents is wider than the page',
  async (viewer) => {
    await viewer.drop(BUDGET, ACCOUNTS, NEIGHBOUR);
    await viewer.finished(3);
    for (const screen of ['Vergelijken', 'Partners van alle documenten']) {
      await viewer.showSeveral(screen);
      await viewer.page.getByRole('table').first().waitFor();
      assert.equal(await viewer.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width, screen);
    }
  },
  { viewport: PHONE },
);

function dying(source) {
  const dies = `addEventListener('message', (event) => {
    if (!('question' in event.data)) return;
    event.stopImmediatePropagation();
    postMessage({ failed: 'RuntimeError: unreachable' });
  });`;
  return `${dies}\n${source}`;
}
