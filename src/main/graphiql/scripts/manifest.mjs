// Writes bundle.sha256 after a build; with --check it tells whether the committed page still is what these sources
// were built into. Needs nothing but Node.
//
// The file has two lines, "<digest>  sources" and "<digest>  output". A folder's digest is the SHA-256, in lower-case
// hex, of one line per regular file below it, the lines sorted by path (character by character):
//
//   <path relative to the folder, with "/"> NUL <SHA-256 of the file's bytes, in lower-case hex> LF
//
// without the spaces. "sources" is this script's parent folder but for node_modules/ and bundle.sha256; "output" is
// src/main/resources/static/graphiql.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const MANIFEST = 'bundle.sha256';
const sources = fileURLToPath(new URL('..', import.meta.url));
const output = join(sources, '..', 'resources', 'static', 'graphiql');

const sha256 = (content) => createHash('sha256').update(content).digest('hex');

function pathsBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== MANIFEST && !path.startsWith('node_modules/'))
    .sort();
}

function digestOf(folder) {
  const lines = pathsBelow(folder).map((path) => `${path}\0${sha256(readFileSync(join(folder, path)))}\n`);
  return sha256(lines.join(''));
}

const manifest = join(sources, MANIFEST);
const content = `${digestOf(sources)}  sources\n${digestOf(output)}  output\n`;
if (!process.argv.includes('--check')) {
  writeFileSync(manifest, content);
} else if (readFileSync(manifest, 'utf8') !== content) {
  console.error('The committed GraphiQL page is not what its sources were built into: npm ci && npm run build');
  process.exitCode = 1;
}
