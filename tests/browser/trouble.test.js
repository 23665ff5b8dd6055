// What goes wrong, and the way on. The product has no code for these tests: the server hands out changed scripts.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';

import { ACCOUNTS, BUDGET, NEIGHBOUR, PDF_BYTES, WORD_BYTES, fileWith, folderWith } from './files.js';
import { testServer, testViewer } from './harness.js';

const [budget, accounts, neighbour] = [BUDGET, ACCOUNTS, NEIGHBOUR].map((path) => basename(path));

testViewer('bad files among good ones get a message each, and the good ones are read', async (viewer) => {
  const bad = folderWith({ 'stukken.pdf': PDF_BYTES, 'begroting.docx': WORD_BYTES, 'leeg.txt': '' });
  await viewer.drop(BUDGET, join(bad, 'stukken.pdf'), join(bad, 'begroting.docx'), join(bad, 'leeg.txt'), ACCOUNTS);
  await viewer.finished(2, 3);
  assert.deepEqual(await viewer.documentFiles(), [budget, accounts]);
  await viewer.noticeAbout('stukken.pdf').getByText('Dit is een PDF.').waitFor();
  await viewer.noticeAbout('begroting.docx').getByText('Kies Bestand → Opslaan als.').waitFor();
  await viewer.noticeAbout('leeg.txt').getByText('Er staat niets in.').waitFor();
  await viewer.page.getByRole('button', { name: 'Melding sluiten: stukken.pdf' }).click();
  assert.equal(await viewer.notices.count(), 2);
});

const DIES = "throw new WebAssembly.RuntimeError('fatal in a test');";

/** Makes the worker do something else than read where a file has this name. */
function whenReading(name, action) {
  const listener = `addEventListener('message', (event) => {
    if (event.data.name !== '${name}') return;
    event.stopImmediatePropagation();
    ${action}
  });\n`;
  return (source) => listener + source;
}

testViewer(
  'reading shows how far it is and can be stopped',
  async (viewer) => {
    await viewer.drop(BUDGET, fileWith('eindeloos.txt', 'Lasten € 1'), ACCOUNTS);
    await viewer.page.getByText('1 van 3 gelezen').waitFor();
    await viewer.page.getByText('eindeloos.txt').waitFor();
    assert.equal(await viewer.progress.getAttribute('value'), '1');
    assert.equal(await viewer.progress.getAttribute('max'), '3');
    await viewer.button('Stoppen met lezen').click();
    await viewer.progress.waitFor({ state: 'detached' });
    assert.deepEqual(await viewer.documentFiles(), [budget]);
    await viewer.drop(NEIGHBOUR);
    await viewer.document(neighbour).waitFor();
  },
  { prepare: (server) => server.change('begrotings-kijker-worker.js', whenReading('eindeloos.txt', '')) },
);

testViewer(
  'a worker that dies costs one file',
  async (viewer, { watch }) => {
    watch.expect(/fatal in a test/);
    await viewer.drop(BUDGET, fileWith('noodlot.txt', 'Lasten € 1'), ACCOUNTS);
    await viewer.finished(2, 1);
    await viewer.noticeAbout('noodlot.txt').getByText('De lezer is gestopt op dit bestand.').waitFor();
    assert.deepEqual(await viewer.documentFiles(), [budget, accounts]);
  },
  {
    prepare: (server) => server.change('begrotings-kijker-worker.js', whenReading('noodlot.txt', DIES)),
  },
);

testViewer(
  'after a stop the next file is read with the network off',
  async (viewer, { watch }) => {
    watch.expect(/ERR_INTERNET_DISCONNECTED/);
    await viewer.page.context().setOffline(true);
    await viewer.drop(fileWith('eindeloos.txt', 'Lasten € 1'));
    await viewer.progress.waitFor();
    await viewer.button('Stoppen met lezen').click();
    await viewer.drop(BUDGET);
    await viewer.finished(1);
  },
  { prepare: (server) => server.change('begrotings-kijker-worker.js', whenReading('eindeloos.txt', '')) },
);

testViewer(
  'after a worker that died the next file is read with the network off',
  async (viewer, { watch }) => {
    watch.expect(/fatal in a test|ERR_INTERNET_DISCONNECTED/);
    await viewer.page.context().setOffline(true);
    await viewer.drop(fileWith('noodlot.txt', 'Lasten € 1'), BUDGET);
    await viewer.finished(1, 1);
    await viewer.noticeAbout('noodlot.txt').getByText('De lezer is gestopt op dit bestand.').waitFor();
    assert.deepEqual(await viewer.documentFiles(), [budget]);
  },
  { prepare: (server) => server.change('begrotings-kijker-worker.js', whenReading('noodlot.txt', DIES)) },
);

testServer('a file that is gone when its turn comes costs only itself, and no worker', async (visit, server, watch) => {
  const release = server.hold('reader_bg.wasm');
  const gone = fileWith('weg.txt', 'Lasten € 1');
  const viewer = await visit();
  await server.workersStarted();
  watch.loaded();
  await viewer.drop(BUDGET, gone, ACCOUNTS);
  await viewer.progress.waitFor();
  rmSync(gone);
  release();
  await viewer.finished(2, 1);
  await viewer.noticeAbout('weg.txt').getByText('Uw browser kon dit bestand niet openen.').waitFor();
  assert.deepEqual(watch.requestsAfterLoading, []);
});

testServer('files that come before the reader are read when it is there', async (visit, server) => {
  const release = server.hold('reader_bg.wasm');
  const viewer = await visit();
  await server.asked('reader_bg.wasm');
  await viewer.drop(BUDGET, ACCOUNTS);
  await viewer.progress.waitFor();
  release();
  await viewer.finished(2);
});

testServer('a reader that is not there is said in words', async (visit, server, watch) => {
  watch.expect(/reader_bg\.wasm|404|reader/);
  server.refuse('reader_bg.wasm');
  const viewer = await visit();
  await server.handedOut('reader_bg.wasm');
  await viewer.drop(BUDGET);
  await viewer.noticeAbout(budget).getByText('De lezer kon niet starten.').waitFor();
});

/** Lets the page's module crash once, at the next thing that it hears, after `crash()` was called in the page. */
function crashingOnDemand(source) {
  const changed = source.replace(/(\w+) ?= ?(\w+)\.exports\b/, '$1 = crashing($2.exports)');
  assert.notEqual(changed, source, 'the place where the module starts was found');
  return `${changed}
    function crashing(exports) {
      let isDue = false;
      globalThis.crash = () => { isDue = true; };
      const hear = (call) => (...values) => {
        if (!isDue) return call(...values);
        isDue = false;
        throw new WebAssembly.RuntimeError('fatal in a test');
      };
      const changed = ([name, value]) => [name, /invoke|closure/.test(name) ? hear(value) : value];
      return Object.fromEntries(Object.entries(exports).map(changed));
    }`;
}

testViewer(
  'after a crash there is a message, and a way back with the same files',
  async (viewer, { watch }) => {
    watch.expect(/fatal in a test/);
    watch.expect(/late request: page/);
    await viewer.drop(BUDGET, ACCOUNTS);
    await viewer.finished(2);
    await viewer.page.evaluate(() => globalThis.crash());
    await viewer.document(budget).click();
    await viewer.crashMessage.waitFor();
    await viewer.startAgain();
    await viewer.document(accounts).waitFor();
    await viewer.document(budget).waitFor();
    assert.deepEqual(await viewer.documentFiles(), [budget, accounts]);
  },
  { prepare: (server) => server.change('page.js', crashingOnDemand) },
);

testServer('a page without its module says so in words', async (visit, server, watch) => {
  watch.expect(/page_bg\.wasm|404/);
  server.refuse('page_bg.wasm');
  const viewer = await visit();
  await viewer.startTrouble.waitFor();
});

testServer('a browser without WebAssembly is told so in words', async (visit) => {
  const viewer = await visit({ before: () => delete globalThis.WebAssembly });
  await viewer.startTrouble.getByText('(WebAssembly of een script)').waitFor();
});

testServer('a page whose script is blocked says so in words', async (visit, server, watch) => {
  watch.expect(/begrotings-kijker\.js|404/);
  server.refuse('begrotings-kijker.js');
  const viewer = await visit();
  await viewer.page.getByText('Dan houdt uw browser of uw netwerk een deel van de pagina tegen.').waitFor();
});

testServer('a browser without JavaScript is told so in words', async (visit) => {
  const viewer = await visit({ javaScriptEnabled: false });
  await viewer.wordsWithoutScripts.waitFor();
  assert.match(await viewer.wordsWithoutScripts.innerText(), /Zet JavaScript aan en ververs de pagina\./);
});
