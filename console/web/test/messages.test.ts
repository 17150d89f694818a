import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { BUNDLES, firstLanguage } from '../src/i18n/bundles';

const SOURCE = join(import.meta.dirname, '../src');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => ({ name, tree: ts.createSourceFile(name, readFileSync(join(SOURCE, name), 'utf8'), ts.ScriptTarget.Latest, true) }));

const LETTER = /\p{L}/u;
const SHOWN = new Set(['title', 'placeholder', 'aria-label', 'alt', 'label', 'description', 'okText', 'cancelText', 'content']);

function walk(node: ts.Node, see: (node: ts.Node) => void) {
  see(node);
  node.forEachChild((child) => walk(child, see));
}

describe('messages', () => {
  it('say the same things in both languages', () => {
    expect(Object.keys(BUNDLES['zh-CN']).sort()).toEqual(Object.keys(BUNDLES.en).sort());
  });

  it('take the same values in both languages', () => {
    const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((found) => found[1]))].sort();
    Object.entries(BUNDLES.en).forEach(([id, text]) => expect(values(BUNDLES['zh-CN'][id]!), id).toEqual(values(text)));
  });

  it('are there for every id in the code', () => {
    const missing: string[] = [];
    files.forEach(({ name, tree }) =>
      walk(tree, (node) => {
        if (!ts.isCallExpression(node) || node.expression.getText() !== 't') return;
        walk(node.arguments[0]!, (part) => {
          if (ts.isStringLiteral(part) && part.text.includes('.') && !(part.text in BUNDLES.en)) missing.push(`${name}: ${part.text}`);
        });
      }),
    );
    expect(missing).toEqual([]);
  });

  it('hold all words that are shown: none stands in the code', () => {
    const literal: string[] = [];
    files.forEach(({ name, tree }) =>
      walk(tree, (node) => {
        if (ts.isJsxText(node) && LETTER.test(node.text)) literal.push(`${name}: ${node.text.trim()}`);
        if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
          const text = node.initializer.text;
          const message = text in BUNDLES.en;
          if (SHOWN.has(node.name.getText()) && LETTER.test(text) && !message) literal.push(`${name}: ${node.getText()}`);
        }
      }),
    );
    expect(literal).toEqual([]);
  });
});

describe('the first language', () => {
  it('is what was chosen here before', () => expect(firstLanguage('zh-CN', ['en-US'])).toBe('zh-CN'));
  it('is the browser’s first one that there is', () => expect(firstLanguage(null, ['fr', 'zh-Hant-TW', 'en'])).toBe('zh-CN'));
  it('is English otherwise', () => expect(firstLanguage('tlh', ['fr'])).toBe('en'));
});
