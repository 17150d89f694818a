import { describe, expect, it } from 'vitest';
import { conversationsAt, filtersOf, narrowed } from '../../src/figures/drill';

describe('the conversations behind a figure', () => {
  it('are a search with the same conditions', () => {
    const filters = filtersOf(new URLSearchParams('q="money back"&agent=Li+Na&agent=Bob&period=7d&channel='));
    expect(filters).toEqual({ q: '"money back"', agent: ['Li Na', 'Bob'] });
    const address = conversationsAt(narrowed(filters, 'queue', '退款'), {
      from: new Date('2026-11-15T23:00:00Z'),
      to: '2026-11-16T23:00:00Z',
      sort: 'score',
    });
    expect(address.startsWith('/search?')).toBe(true);
    expect([...new URLSearchParams(address.slice(8))]).toEqual([
      ['q', '"money back"'],
      ['from', '2026-11-15T23:00:00Z'],
      ['to', '2026-11-16T23:00:00Z'],
      ['agent', 'Li Na'],
      ['agent', 'Bob'],
      ['queue', '退款'],
      ['sort', 'score'],
    ]);
  });

  it('of one value replace the other values of its field', () => {
    expect(narrowed({ agent: ['Bob', 'Eve'], q: 'x' }, 'agent', 'Eve')).toEqual({ agent: ['Eve'], q: 'x' });
  });
});
