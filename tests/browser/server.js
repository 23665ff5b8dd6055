// A static file server, like the one of a municipality: the folder `dist/` at some path, strict about types, and with
// the page's policy as a header. It remembers every request, and can refuse, change or hold back single files.

import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types begrotingskijker";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const REPORTS = '/policy-reports';

/** Serves `dist/` at a path of a free port. */
export async function serve(path = '/gemeente/begroting/') {
  const server = new Server(path);
  await server.start();
  return server;
}

class Server extends EventEmitter {
  /** Every request, as `{ method, file, version, isAnswered }`. */
  requests = [];
  /** What browsers report about the policy, also from workers. */
  violations = [];

  #path;
  #files = new Set(filesOf(DIST));
  #changes = new Map();
  #http = createServer((request, response) => this.#answer(request, response));

  constructor(path) {
    super();
    this.#path = path;
  }

  async start() {
    await new Promise((resolve) => this.#http.listen(0, '127.0.0.1', resolve));
  }

  async close() {
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  get address() {
    return `http://127.0.0.1:${this.#http.address().port}${this.#path}`;
  }

  /** The version that the page names its files with. */
  get version() {
    return /\?v=([0-9a-f]+)"/.exec(readFileSync(join(DIST, 'index.html'), 'utf8'))?.[1];
  }

  has(file) {
    return this.#files.has(file);
  }

  /** Serves a file with another text from now on. */
  change(file, edit) {
    this.#changes.set(file, async () => edit(await readFile(join(DIST, file), 'utf8')));
  }

  /** Keeps a file back; gives what lets it go. */
  hold(file) {
    const { promise, release } = latch();
    this.#changes.set(file, async () => {
      await promise;
      return readFile(join(DIST, file));
    });
    return release;
  }

  /** Answers as if a file were not there. */
  refuse(file) {
    this.#files.delete(file);
  }

  /** Answers again with a file that was refused. */
  allow(file) {
    this.#files.add(file);
  }

  /** Waits until a file was asked for. */
  async asked(file) {
    await this.until(() => this.requests.some((request) => request.file === file));
  }

  /** Waits until a file was handed out so many times. */
  async handedOut(file, times = 1) {
    const isIt = (request) => request.file === file && request.isAnswered;
    await this.until(() => this.requests.filter(isIt).length >= times);
  }

  /** Waits until the worker and the spare one have their scripts. */
  async workersStarted() {
    await this.handedOut('reader.js', 2);
  }

  /** Waits until something holds that a request, an answer or a report brings about. */
  async until(holds) {
    while (!holds()) await once(this, 'change');
  }

  async #answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.address);
    if (pathname === REPORTS) return this.#keepReport(request, response);
    const file = pathname.startsWith(this.#path) ? pathname.slice(this.#path.length) || 'index.html' : pathname;
    const entry = { method: request.method, file, version: searchParams.get('v'), isAnswered: false };
    this.requests.push(entry);
    this.emit('change');
    response.on('finish', () => {
      entry.isAnswered = true;
      this.emit('change');
    });
    if (request.method !== 'GET' || !this.has(file)) return send(response, 404, TYPES['.txt'], 'Not found.');
    send(response, 200, TYPES[extname(file)] ?? 'application/octet-stream', await this.#content(file));
  }

  async #content(file) {
    return this.#changes.get(file)?.() ?? readFile(join(DIST, file));
  }

  async #keepReport(request, response) {
    const chunks = await request.toArray();
    const report = JSON.parse(Buffer.concat(chunks).toString())['csp-report'];
    this.violations.push(`${report['violated-directive']} refused ${report['blocked-uri']} in ${report['source-file']}`);
    this.emit('change');
    send(response, 204, TYPES['.txt'], '');
  }
}

function latch() {
  let release;
  const promise = new Promise((resolve) => (release = resolve));
  return { promise, release };
}

function send(response, status, type, content) {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': `${POLICY}; report-uri ${REPORTS}`,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  });
  response.end(content);
}

function filesOf(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => relative(folder, join(entry.path, entry.name)).split(sep).join('/'));
}
