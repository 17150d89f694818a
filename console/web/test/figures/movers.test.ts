import { describe, expect, it } from 'vitest';
import { figures } from './sample';
import { movers } from '../../src/figures/movers';

describe('what changed most', () => {
  it('is what chance explains least, each thing once', () => {
    const found = movers(
      {
        intent: [
          { value: 'refund', now: figures(200, { negative_share: 0.5 }), before: figures(100, { negative_share: 0.2 }) },
          { value: 'delivery', now: figures(101, { negative_share: 0.21 }), before: figures(100, { negative_share: 0.2 }) },
        ],
        agent: [{ value: 'Bob', now: figures(100, { solved_share: 0.5 }), before: figures(100, { solved_share: 0.75 }) }],
      },
      5,
    );
    expect(found.map(({ value, measure }) => [value, measure])).toEqual([
      ['refund', 'conversations'],
      ['Bob', 'solved_share'],
    ]);
    expect(found[1]!.surprise).toBeLessThan(0);
  });

  it('leaves out shares of few conversations, however much they moved', () => {
    const row = { value: 'x', now: figures(10, { negative_share: 1 }), before: figures(10, { negative_share: 0 }) };
    expect(movers({ queue: [row] }, 5)).toEqual([]);
  });
});
