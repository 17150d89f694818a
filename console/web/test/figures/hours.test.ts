import { describe, expect, it } from 'vitest';
import { figures } from './sample';
import { hoursOfWeek, shades } from '../../src/figures/hours';

const point = (from: string, conversations: number, score: number | null) => ({
  from,
  to: from,
  figures: figures(conversations, { score }),
});

describe('the hours of the week', () => {
  const week = hoursOfWeek(
    [point('2026-11-16T01:00:00Z', 3, 50), point('2026-11-23T01:00:00Z', 1, 90), point('2026-11-17T01:00:00Z', 0, null)],
    'score',
    'Asia/Shanghai',
  );

  it('put the same hours of several weeks together', () => {
    expect(week[0]![9]).toMatchObject({ weekday: 0, hour: 9, count: 4, value: 60 });
    expect(week[0]![9]!.points).toHaveLength(2);
  });

  it('are empty where nothing was', () => {
    expect(week[1]![9]).toMatchObject({ count: 0, value: null, points: [] });
  });

  it('are shaded from the least to the greatest', () => {
    const shade = shades([[...week[0]!, { weekday: 1, hour: 0, count: 2, value: 100, points: [] }]]);
    expect([shade(60), shade(80), shade(100), shade(null)]).toEqual([0, 2, 4, 0]);
  });
});
