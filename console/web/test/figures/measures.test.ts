import { describe, expect, it } from 'vitest';
import { changeOf, clockLength, figureText, sizeText, together } from '../../src/figures/measures';
import { figures } from './sample';

describe('a figure', () => {
  it('reads as people write it', () => {
    expect(figureText('conversations', 12345, 'en')).toBe('12,345');
    expect(figureText('negative_share', 0.1234, 'en')).toBe('12.3%');
    expect(figureText('score', 71.26, 'zh-CN')).toBe('71.3');
    expect(figureText('satisfaction', 3.456, 'en')).toBe('3.46');
    expect(figureText('duration_ms', 247_400, 'en')).toBe('4:07');
  });

  it('of nothing is a dash', () => {
    expect(figureText('score', null, 'en')).toBe('–');
  });

  it('of an hour shows the hour, and seconds never reach sixty', () => {
    expect([3_599_600, 59_700, 3_847_000].map(clockLength)).toEqual(['1:00:00', '1:00', '1:04:07']);
  });
});

describe('a change', () => {
  it('of a share is told in percentage points and judged', () => {
    const change = changeOf('negative_share', figures(100, { negative_share: 0.12 }), figures(100, { negative_share: 0.083 }));
    expect(change).toEqual({ direction: 'up', judgement: 'worse', size: 3.7, unit: 'percentage_points', few: false });
  });

  it('of a volume is told in percent and is neither better nor worse', () => {
    const change = changeOf('conversations', figures(150), figures(100));
    expect([change.direction, change.judgement, sizeText(change, 'en')]).toEqual(['up', 'neither', '50']);
  });

  it('too small to be written is none', () => {
    expect(changeOf('score', figures(50, { score: 70.01 }), figures(50, { score: 70 })).direction).toBe('same');
  });

  it('from nothing can not be told', () => {
    expect(changeOf('conversations', figures(10), figures(0)).direction).toBe('none');
    expect(changeOf('score', figures(10, { score: 3 }), figures(0)).direction).toBe('none');
  });

  it('with few conversations on one side is marked', () => {
    expect(changeOf('conversations', figures(200), figures(19)).few).toBe(true);
    expect(changeOf('conversations', figures(20), figures(20)).few).toBe(false);
  });
});

describe('several groups together', () => {
  it('weigh as many conversations as they have', () => {
    expect(together('score', [figures(1, { score: 10 }), figures(3, { score: 50 }), figures(0)])).toBe(40);
    expect(together('conversations', [figures(1), figures(3)])).toBe(4);
    expect(together('score', [figures(3)])).toBeNull();
  });
});
