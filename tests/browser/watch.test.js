// The watch itself: whatever a page must not do is seen, also in a worker.

import { testServer, testViewer } from './harness.js';

function testWatch(name, file, addition, expected) {
  testServer(name, async (visit, server, watch) => {
    server.change(file, (source) => `${source}\n${addition}`);
    const viewer = await visit();
    await viewer.isReady();
    await watch.saw(expected);
    watch.expect(/./);
  });
}

const LOADER = 'begrotings-kijker.js';
const WORKER = 'begrotings-kijker-worker.js';

testWatch('a style on an element is seen', LOADER, "document.body.setAttribute('style', 'color: red');", /policy: style-src-attr/);
testWatch('markup from a string is seen', LOADER, "document.body.innerHTML = '<p>';", /policy: require-trusted-types-for/);
testWatch('a request that leaves is seen', LOADER, "fetch('https://voorbeeldstad.example/');", /policy: connect-src/);
testWatch('a request that leaves the worker is seen', WORKER, "fetch('https://voorbeeldstad.example/');", /policy: connect-src/);
testWatch('a request without the version is seen', LOADER, "fetch('./page.js');", /request: GET page\.js, version null/);
testWatch('a request for a file that is not there is seen', LOADER, "fetch('./nothing.js');", /request: GET nothing\.js/);
testWatch('an error is seen', LOADER, "throw new Error('stumbled');", /error: Error: stumbled/);
testWatch('an error on the console is seen', LOADER, "console.error('stumbled');", /console: stumbled/);

testViewer('a request after loading is seen, even for an own file', async (viewer, { server, watch }) => {
  await viewer.page.evaluate((version) => fetch(`./page.css?v=${version}`), server.version);
  await watch.saw(/late request: page\.css/);
  watch.expect(/late request: page\.css/);
});
