// One test with a page of its own: a fresh server, a fresh browser profile, and a watch that sees to it that nothing
// went wrong that the test did not bring about itself.

import { after, before, test } from 'node:test';

import { launch } from './browser.js';
import { serve } from './server.js';
import { Viewer } from './viewer.js';
import { Watch } from './watch.js';

const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** A test that gets the page, loaded and ready. */
export function testViewer(name, run, settings = {}) {
  testServer(
    name,
    async (visit, server, watch) => {
      const viewer = await visit(settings);
      await viewer.isReady();
      watch.loaded();
      await run(viewer, { server, watch });
    },
    settings,
  );
}

/** A test that gets the server and visits the page itself, for what happens at the start. */
export function testServer(name, run, { path } = {}) {
  test(name, async () => {
    const server = await serve(path);
    const watch = new Watch(server);
    const contexts = [];
    const visit = async (settings = {}) => {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: WIDE, reducedMotion: 'reduce', ...settings });
      contexts.push(context);
      await watch.start(context);
      const page = await context.newPage();
      await page.goto(server.address);
      return new Viewer(page);
    };
    try {
      await run(visit, server, watch);
    } finally {
      for (const context of contexts) await context.close();
      await server.close();
    }
    watch.expectNothingWrong();
  });
}
