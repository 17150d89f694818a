import { describe, expect, it } from 'vitest';
import { ordered, orderOf, orderText, turned } from '../../src/figures/rows';
import { sparkPath } from '../../src/figures/Spark';
import { figures } from './sample';

const rows = [
  { value: 'b', now: figures(5, { score: 70 }), before: figures(0) },
  { value: 'a', now: figures(9), before: figures(0) },
  { value: 'c', now: figures(2, { score: 90 }), before: figures(0) },
];
const names = (text: string) => ordered(rows, orderOf(text), 'en').map(({ value }) => value);

describe('rows', () => {
  it('stand with most conversations first unless the address says otherwise', () => {
    expect(ordered(rows, orderOf(null), 'en').map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(orderOf('-nonsense')).toEqual(orderOf(null));
  });

  it('without a value come last either way', () => {
    expect([names('score'), names('-score')]).toEqual([['b', 'c', 'a'], ['c', 'b', 'a']]);
  });

  it('turn round at the second click', () => {
    const first = turned(orderOf(null), 'score');
    expect([orderText(first), orderText(turned(first, 'score')), orderText(turned(first, 'value'))]).toEqual(['-score', 'score', 'value']);
  });
});

describe('the small line', () => {
  it('breaks where a value is missing and lies level when all are the same', () => {
    expect(sparkPath([1, 2, null, 1], 30, 10)).toBe('M0.0 10.0L10.0 0.0M30.0 10.0');
    expect(sparkPath([3, 3], 10, 10)).toBe('M0.0 10.0L10.0 10.0');
  });
});
