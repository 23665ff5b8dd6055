// One test with a page of its own: a fresh server, a fresh browser profile, and a watch that sees to it that nothing
// went wrong that the test did not bring about itself.

import { after, before, test } from 'node:test';

import { launch } from './browser.js';
import { serve } from './server.js';
import { Viewer } from './viewer.js';
import { Watch } from './watch.js';

export const PHONE = { width: 390, height: 844 };

const WIDE = { width: 1280, height: 900 };
const LONGEST_MILLIS = 120_000;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/**
 * A test that gets the page, loaded and ready, with the server and the watch. `prepare` is called with the server
 * before the page is visited; `path` is where the page stands; other settings are the browser's.
 */
export function testViewer(name, run, { path, prepare = () => {}, ...settings } = {}) {
  const visitAndRun = async (visit, server, watch) => {
    prepare(server);
    const viewer = await visit(settings);
    await viewer.isReady();
    await server.handedOut('reader_bg.wasm');
    await server.workersStarted();
    watch.loaded();
    await run(viewer, { server, watch });
  };
  testServer(name, visitAndRun, { path });
}

/** A test that visits the page itself, for what happens at the start. */
export function testServer(name, run, { path } = {}) {
  test(name, { timeout: LONGEST_MILLIS }, async () => {
    const server = await serve(path);
    const watch = new Watch(server);
    const context = new Context(server, watch);
    try {
      await run((settings) => context.visit(settings), server, watch);
    } finally {
      await context.close();
      await server.close();
    }
    watch.expectNothingWrong();
  });
}

/** A browser profile of its own for one test. */
class Context {
  #server;
  #watch;
  #context;

  constructor(server, watch) {
    this.#server = server;
    this.#watch = watch;
  }

  /** Opens the page; `before` runs in it before its own scripts. */
  async visit({ before, ...settings } = {}) {
    const fixed = { locale: 'nl-NL', viewport: WIDE, reducedMotion: 'reduce' };
    this.#context = await browser.newContext({ ...fixed, ...settings });
    await this.#watch.start(this.#context);
    if (before) await this.#context.addInitScript(before);
    const page = await this.#context.newPage();
    await page.goto(this.#server.address);
    return new Viewer(page);
  }

  async close() {
    await this.#context?.close();
  }
}
