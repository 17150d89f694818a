import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const CONSOLE = join(import.meta.dirname, '../..');

it('the page leaves the nonce a place where the server looks for it', () => {
  const server = readFileSync(join(CONSOLE, 'src/main/java/io/earshot/console/page/Pages.java'), 'utf8');
  const place = /String NONCE = "(\w+)"/.exec(server)![1];
  expect(readFileSync(join(CONSOLE, 'web/index.html'), 'utf8')).toContain(`name="csp-nonce" content="${place}"`);
});
