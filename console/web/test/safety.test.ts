import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CONSOLE = join(import.meta.dirname, '../..');

it('the page leaves the nonce a place where the server looks for it', () => {
  const server = readFileSync(join(CONSOLE, 'src/main/java/io/earshot/console/page/Pages.java'), 'utf8');
  const place = /String NONCE = "(\w+)"/.exec(server)![1];
  expect(readFileSync(join(CONSOLE, 'web/index.html'), 'utf8')).toContain(`name="csp-nonce" content="${place}"`);
});

it('no text is ever read as markup or as code', () => {
  const source = join(CONSOLE, 'web/src');
  const found = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/i.test(readFileSync(join(source, name), 'utf8')));
  expect(found).toEqual([]);
});
