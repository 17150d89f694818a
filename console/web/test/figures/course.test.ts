import { describe, expect, it } from 'vitest';
import { figures } from './sample';
import { boxText, type Course, courseOption } from '../../src/figures/course';

const course: Course = {
  measure: 'negative_share',
  points: [
    { from: '2026-11-16T00:00:00Z', to: '2026-11-17T00:00:00Z', figures: figures(40, { negative_share: 0.25 }) },
    { from: '2026-11-17T00:00:00Z', to: '2026-11-18T00:00:00Z', figures: figures(4, { negative_share: 0.5 }) },
    { from: '2026-11-18T00:00:00Z', to: '2026-11-19T00:00:00Z', figures: figures(0) },
  ],
  before: [{ from: '2026-11-09T00:00:00Z', to: '2026-11-10T00:00:00Z', figures: figures(30, { negative_share: 0.1 }) }],
  label: (at) => at.from.slice(8, 10),
  title: (at) => at.from.slice(0, 10),
  names: { now: 'now', before: 'before', behind: (n) => `of ${n}` },
  language: 'en',
  palette: { line: 'blue', before: 'grey', text: 'black', grid: 'silver', ground: 'white' },
};

describe('a course', () => {
  const option = courseOption(course);

  it('has a point for each interval and none where nothing was', () => {
    expect(option.xAxis.data).toEqual(['16', '17', '18']);
    expect(option.series[0]!.data.map((value) => (value as { value: number | null }).value)).toEqual([0.25, 0.5, null]);
    expect(option.series[1]!.data).toEqual([0.1, null, null]);
  });

  it('draws few conversations as a ring', () => {
    expect(option.series[0]!.data.map((value) => (value as { itemStyle?: object }).itemStyle !== undefined)).toEqual([false, true, true]);
  });

  it('tells how many conversations are behind a point', () => {
    expect(boxText(course, 0)).toBe('2026-11-16\nnow  25.0%\nbefore  10.0%\nof 40');
    expect(boxText(course, 1)).toBe('2026-11-17\nnow  50.0%\nof 4');
  });

  it('of a volume is bars from zero', () => {
    const volume = courseOption({ ...course, measure: 'conversations' });
    expect(volume.series[0]).toMatchObject({ type: 'bar', data: [40, 4, 0] });
    expect(volume.yAxis.min).toBe(0);
  });
});
