// Files to drop and choose: those of the sample set, and ones that a test writes.

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';

import { DIST } from './server.js';

export const BUDGET = sample('voorbeeldstad-begroting-2024.txt');
export const ACCOUNTS = sample('voorbeeldstad-jaarstukken-2024.txt');
export const NEIGHBOUR = sample('voorbeeldwoude-begroting-2025.txt');

/** The beginnings by which a PDF and an office file are known. */
export const PDF_BYTES = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n', 'latin1');
export const WORD_BYTES = Buffer.from('PK\x03\x04[Content_Types].xml word/document.xml', 'latin1');

/** Writes files, named by their paths in a new folder, and gives the folder. */
export function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'begrotingskijker-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Writes one file and gives its path. */
export function fileWith(name, content) {
  return join(folderWith({ [name]: content }), name);
}

function sample(name) {
  return join(DIST, 'samples', name);
}
