// Weighs the page: every file of dist/, and what first use loads (the page, the sample set, one fact), as the bytes that
// brotli at its best makes of each file. Ends with an error where first use weighs more than it may.

import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

import { launch } from './browser.js';
import { DIST, serve } from './server.js';
import { Viewer } from './viewer.js';

const MOST_BYTES = 300_000;

const weights = weigh(DIST);
const used = await filesOfFirstUse();
print(weights, used);
process.exitCode = sum(weights, used).compressed > MOST_BYTES ? 1 : 0;

function weigh(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.path, entry.name)).sort();
  return new Map(files.map((file) => [relative(folder, file), weightOf(readFileSync(file))]));
}

function weightOf(content) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  return { raw: content.length, compressed: brotliCompressSync(content, { params }).length };
}

async function filesOfFirstUse() {
  const server = await serve();
  const browser = await launch();
  try {
    await useForTheFirstTime(new Viewer(await browser.newPage({ locale: 'nl-NL' })), server);
  } finally {
    await browser.close();
    await server.close();
  }
  return new Set(server.requests.map(({ file }) => file));
}

async function useForTheFirstTime(viewer, server) {
  await viewer.page.goto(server.address);
  await viewer.isReady();
  await viewer.openSamples();
  await viewer.document('voorbeeldstad-begroting-2024.txt').click();
  await viewer.show('Cijfers');
  await viewer.anyFact.click();
  await viewer.chosenFact.waitFor();
}

function print(weights, used) {
  const row = (name, { raw, compressed }, mark = ' ') =>
    console.log(`${mark} ${name.padEnd(52)}${String(raw).padStart(10)}${String(compressed).padStart(10)}`);
  console.log(`  ${'file (* loaded by first use)'.padEnd(52)}${'bytes'.padStart(10)}${'brotli'.padStart(10)}`);
  for (const [name, weight] of weights) row(name, weight, used.has(name) ? '*' : ' ');
  row('all files', sum(weights, new Set(weights.keys())));
  row(`first use, which may weigh ${MOST_BYTES} brotli`, sum(weights, used));
}

function sum(weights, names) {
  const total = { raw: 0, compressed: 0 };
  for (const [name, { raw, compressed }] of weights) {
    if (!names.has(name)) continue;
    total.raw += raw;
    total.compressed += compressed;
  }
  return total;
}
