// What people really drop: saved web pages, tables, archives, texts of old. They are read by a module that comes when it is
// needed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { BUDGET, PDF_BYTES, WORD_BYTES, fileWith, zipOf } from './files.js';
import { testViewer } from './harness.js';

const budget = basename(BUDGET);

const PAGE = `<!DOCTYPE html><html lang="nl"><head><title>Zorg | Begroting 2024 gemeente Voorbeeldstad</title></head><body>
  <nav><a href="/">Home</a></nav><h1>Programma 3 Zorg</h1><p>Bedragen x &euro; 1.000</p>
  <table><thead><tr><th rowspan="2">Post</th><th colspan="2">2024</th></tr><tr><th>Lasten</th><th>Baten</th></tr></thead>
  <tbody><tr><td>Jeugd</td><td></td><td>120</td></tr><tr><td>Ouderen</td><td>340</td><td>12</td></tr></tbody></table>
  <script>document.title = 'Gevaar'</script></body></html>`;

const IMPORTER = ['import.js', 'import_bg.wasm'];

testViewer('a saved web page is read as text, with every cell of its table in its place', async (viewer, { watch }) => {
  await viewer.drop(fileWith('zorg.html', PAGE));
  await viewer.finished(1);
  await viewer.documentList.getByRole('heading', { name: 'Voorbeeldstad' }).waitFor();
  await viewer.document('zorg.html').click();
  await viewer.show('Cijfers');
  await viewer.fact('120').click();
  await viewer.chosenFact.getByText('2024 Baten').waitFor();
  assert.doesNotMatch(await viewer.text.innerText(), /Home|Gevaar/);
  const asked = new Set(watch.requestsAfterLoading);
  assert.deepEqual(IMPORTER.filter((file) => asked.has(file)), IMPORTER);
});

testViewer('plain text needs no importer', async (viewer, { watch }) => {
  await viewer.drop(BUDGET, fileWith('stukken.pdf', PDF_BYTES), fileWith('stukken.docx', WORD_BYTES));
  await viewer.finished(1, 2);
  assert.deepEqual(watch.requestsAfterLoading.filter((file) => IMPORTER.includes(file)), []);
});

testViewer('a text in Windows-1252 and a table in CSV are read', async (viewer) => {
  const old = fileWith('oud.txt', Buffer.from('Begroting 2024\n\nLasten \x80 12 co\xebffici\xebnt\n', 'latin1'));
  await viewer.drop(old, fileWith('tabel.csv', 'Begroting 2025;;\nPost;2024;2025\nZon;€ 1;€ 2\n'));
  await viewer.finished(2);
  await viewer.document('oud.txt').click();
  await viewer.mark('12').waitFor();
  assert.match(await viewer.text.innerText(), /€ 12 coëfficiënt/);
  await viewer.page.getByText(/windows-1252/).waitFor();
});

testViewer('each file of an archive is a document or a message, and pages of one publication stand together', async (viewer) => {
  const archive = zipOf({
    'begroting/zorg.html': PAGE,
    'begroting/wonen.txt': 'Begroting 2024 gemeente Voorbeeldstad\n\nLasten € 12\n',
    'begroting/bijlage.pdf': PDF_BYTES,
    'begroting/zorg_files/logo.png': 'x',
    'akkoord.txt': 'Coalitieakkoord 2022-2026 gemeente Voorbeeldstad\n\nWij bouwen.\n',
  });
  await viewer.drop(fileWith('stukken.zip', archive), BUDGET);
  await viewer.finished(4, 1);
  const unpacked = ['akkoord.txt', 'begroting/wonen.txt', 'begroting/zorg.html'].map((path) => `stukken.zip: ${path}`);
  assert.deepEqual(await viewer.documentFiles(), [...unpacked, budget].sort());
  await viewer.noticeAbout('stukken.zip: begroting/bijlage.pdf').getByText('Dit is een PDF.').waitFor();
  await viewer.documentList.getByRole('heading', { name: 'Begroting 2024, 2 pagina’s' }).waitFor();
  await viewer.remove('wonen.txt');
  await viewer.button('Ongedaan maken').click();
  await viewer.document('wonen.txt').waitFor();
});

testViewer(
  'an importer that cannot be fetched costs the files that need it, until it can',
  async (viewer, { server, watch }) => {
    watch.expect(/import_bg\.wasm|404/);
    const page = fileWith('zorg.html', PAGE);
    await viewer.drop(page, BUDGET);
    await viewer.finished(1, 1);
    await viewer.noticeAbout('zorg.html').getByText('een extra onderdeel nodig').waitFor();
    server.allow('import_bg.wasm');
    await viewer.drop(page);
    await viewer.finished(1);
  },
  { prepare: (server) => server.refuse('import_bg.wasm') },
);

testViewer('after the first such file the next are read with the network off, also after a stop', async (viewer, { server, watch }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  await viewer.drop(fileWith('een.html', PAGE));
  await viewer.finished(1);
  await server.handedOut('import.js', 2);
  await viewer.page.context().setOffline(true);
  await viewer.drop(fileWith('eindeloos.html', PAGE));
  await viewer.progress.waitFor();
  await viewer.button('Stoppen met lezen').click();
  await viewer.drop(fileWith('twee.html', PAGE));
  await viewer.document('twee.html').waitFor();
}, { prepare: (server) => server.change('begrotings-kijker-worker.js', neverEnding) });

function neverEnding(source) {
  return `addEventListener('message', (event) => event.data.name === 'eindeloos.html' && event.stopImmediatePropagation());\n${source}`;
}

testViewer(
  'an importer that dies costs one file',
  async (viewer) => {
    await viewer.drop(fileWith('noodlot.html', PAGE), fileWith('goed.html', PAGE), BUDGET);
    await viewer.finished(2, 1);
    await viewer.noticeAbout('noodlot.html').getByText('De lezer is gestopt op dit bestand.').waitFor();
    assert.deepEqual(await viewer.documentFiles(), ['goed.html', budget]);
  },
  { prepare: (server) => server.change('import.js', dying) },
);

/** Names in a release are short: the class says which constructor it is. */
function dying(source) {
  const opening = /(class Parcels\b.*?constructor\((\w+), ?\w+\) ?\{)/s;
  const changed = source.replace(opening, "$1 if ($2 === 'noodlot.html') throw new WebAssembly.RuntimeError('fatal in a test');");
  assert.notEqual(changed, source, 'the place where a file is opened was found');
  return changed;
}
