interface Span {
  start: number;
  end: number;
}

const HAN = /\p{Script=Han}/u;

const OPERATOR = /^(AND|OR|NOT|THEN|&&|\|\||[Nn][Ee][Aa][Rr]\/\d+)$/;

/** Behind turns in order, where "then" is an operator in small letters too. */
const BOUND = /\bwithin\s+\d{1,6}\s+turns?\b/gi;

/** Words and phrases of a query that can be found in a text as they stand: no fields, no meanings, nothing that must be absent. */
export function termsOf(q: string): string[] {
  const ordered = q.search(BOUND) >= 0;
  const plain = q
    .replace(BOUND, ' ')
    .replace(/[“”]/g, '"')
    .replace(/[（）]/g, ' ')
    .replace(/~\s*"[^"]*"|~\s*\S+/g, ' ')
    .replace(/(?:\bNOT\s+|(?<!\S)[-!])(?:"[^"]*"|\S+)/g, ' ')
    .replace(/[\p{L}_]+[:：](?:"[^"]*"|[^\s()]+)/gu, ' ');
  const phrases = [...plain.matchAll(/"([^"]+)"/g)].map((found) => found[1]!.trim());
  const words = plain
    .replace(/"[^"]*"/g, ' ')
    .split(/[\s()]+/)
    .filter((word) => word && !OPERATOR.test(word) && !(ordered && /^then$/i.test(word)));
  return [...phrases, ...words].map((term) => term.replace(/\*+$/, '')).filter(Boolean);
}

/** Where the terms stand in a text. Latin words are found with their endings, but not inside of others. */
export function spansOf(text: string, terms: readonly string[]): Span[] {
  return terms.flatMap((term) => {
    const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    const pattern = HAN.test(term) ? escaped : `(?<![\\p{L}\\p{N}])${escaped}[\\p{L}]{0,3}(?![\\p{L}\\p{N}])`;
    return [...text.matchAll(new RegExp(pattern, 'giu'))].map((found) => ({ start: found.index, end: found.index + found[0].length }));
  });
}
