// What the first screen loads, gzipped: the entry and the search, with everything they import at once. Charts come later.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KB = 700;
const folder = new URL('../../target/classes/web/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8'));

const files = new Set();
const add = (key) => {
  const chunk = manifest[key];
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((file) => files.add(file));
  chunk.imports?.forEach(add);
};
add('index.html');
Object.keys(manifest).filter((key) => /sections\/search\/Page/.test(key)).forEach(add);

const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).length, 0);
console.log(`First load: ${(bytes / 1000).toFixed(0)} kB gzipped in ${files.size} files (at most ${BUDGET_KB} kB)`);
if (bytes > BUDGET_KB * 1000) process.exit(1);
