// Replaces each built asset by its gzip-compressed form: the page is kept and sent as that. Compresses in
// JavaScript, since zlib's output differs between machines and versions of Node.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'fflate';

const assets = new URL('../../resources/static/graphiql/assets/', import.meta.url);

for (const name of readdirSync(fileURLToPath(assets))) {
  const plain = new URL(name, assets);
  writeFileSync(new URL(`${name}.gz`, assets), gzipSync(readFileSync(plain), { level: 9, mtime: 0 }));
  rmSync(plain);
}
