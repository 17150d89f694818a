import { describe, expect, it } from 'vitest';
import { standings } from '../../src/figures/standing';
import { figures } from './sample';

const row = (value: string, conversations: number, score: number) => ({
  value,
  now: figures(conversations, { score }),
  before: figures(0),
});

describe('strengths and weak spots', () => {
  const all = [row('refund', 100, 70), row('delivery', 100, 70), row('invoice', 100, 70), row('cancel', 10, 70)];

  it('are where an agent lies above and below all, the best proven first', () => {
    const found = standings([row('refund', 9, 78), row('delivery', 36, 75), row('invoice', 20, 60)], all);
    expect(found.above.map(({ value }) => value)).toEqual(['delivery', 'refund']);
    expect(found.below).toEqual([{ value: 'invoice', own: 60, conversations: 20, all: 70, others: 80, difference: -10 }]);
  });

  it('are not told from a handful of conversations, nor where nobody else has any', () => {
    expect(standings([row('refund', 4, 90), row('cancel', 10, 90)], all)).toEqual({ above: [], below: [] });
  });
});
