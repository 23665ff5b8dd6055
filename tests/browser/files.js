// Files to drop and choose: those of the sample set, and ones that a test writes.

import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { deflateRawSync } from 'node:zlib';

import { DIST } from './server.js';

export const BUDGET = sample('voorbeeldstad-begroting-2024.txt');
export const ACCOUNTS = sample('voorbeeldstad-jaarstukken-2024.txt');
export const NEIGHBOUR = sample('voorbeeldwoude-begroting-2025.txt');

/** The beginnings by which a PDF and an office file are known. */
export const PDF_BYTES = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n', 'latin1');
export const WORD_BYTES = zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });

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

/** The bytes of a ZIP file of these. */
export function zipOf(files) {
  const [parts, list] = [[], []];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content)];
    const packed = deflateRawSync(bytes);
    // Version 2.0, names in UTF-8, deflate, no time.
    const about = numbers([2, 20], [2, 1 << 11], [2, 8], [4, 0], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, path.length], [2, 0]);
    parts.push(numbers([4, 0x04034b50]), about, path, packed);
    list.push(numbers([4, 0x02014b50], [2, 20]), about, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path);
    offset += 4 + about.length + path.length + packed.length;
  }
  const [count, size] = [Object.keys(files).length, Buffer.concat(list).length];
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return Buffer.concat([...parts, ...list, end]);
}

function numbers(...pairs) {
  return Buffer.concat(
    pairs.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}

function crc32(bytes) {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function sample(name) {
  return join(DIST, 'samples', name);
}
