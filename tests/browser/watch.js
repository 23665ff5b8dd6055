// Watches one page for whatever it must not do: violate its policy, stumble, or ask for anything but its own files.

import assert from 'node:assert/strict';

/**
 * After loading, only the sample set, a spare worker, the importer and what compares may be asked for; no other request is
 * made, not even for own files.
 */
const MAY_COME_LATER = /^(samples\/.*|begrotings-kijker-worker\.js|reader\.js|import\.js|import_bg\.wasm|begrotings-kijker-compare\.js|compare\.js|compare_bg\.wasm)$/;

export class Watch {
  #server;
  #problems = [];
  #requestsWhileLoading = Infinity;
  #expected = [];

  constructor(server) {
    this.#server = server;
  }

  async start(context) {
    await context.exposeBinding('reportViolation', (_, violation) => this.#note(`policy: ${violation}`));
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        window.reportViolation(`${event.violatedDirective} refused ${event.blockedURI}`),
      ),
    );
    context.on('weberror', (error) => this.#note(`error: ${error.error()}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console: ${message.text()}`);
    });
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.#server.address) && !isLocal(url)) this.#note(`request: ${url}`);
    });
  }

  /** From here on the page has what it needs. */
  loaded() {
    this.#requestsWhileLoading = this.#server.requests.length;
  }

  /** Names a problem that a test brings about on purpose. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Waits until something is seen, for the tests of this watch. */
  async saw(pattern) {
    await this.#server.until(() => this.problems.some((problem) => pattern.test(problem)));
  }

  /** The files that were asked for since the page was loaded. */
  get requestsAfterLoading() {
    return this.#server.requests.slice(this.#requestsWhileLoading).map(({ file }) => file);
  }

  /** What went wrong, except for what the test brought about. */
  get problems() {
    const violations = this.#server.violations.map((violation) => `policy: ${violation}`);
    const strangers = this.#server.requests.filter((request) => !this.#isOwn(request)).map(
      ({ method, file, version }) => `request: ${method} ${file}, version ${version}`,
    );
    const late = this.requestsAfterLoading.filter((file) => !MAY_COME_LATER.test(file)).map((file) => `late request: ${file}`);
    const problems = [...this.#problems, ...violations, ...strangers, ...late];
    return problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
  }

  expectNothingWrong() {
    assert.deepEqual(this.problems, []);
  }

  #note(problem) {
    this.#problems.push(problem);
    this.#server.emit('change');
  }

  #isOwn({ method, file, version }) {
    const versioned = file === 'index.html' || version === this.#server.version;
    return method === 'GET' && this.#server.has(file) && versioned;
  }
}

function isLocal(url) {
  return url.startsWith('data:') || url.startsWith('blob:');
}
