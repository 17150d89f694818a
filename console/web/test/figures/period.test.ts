import { describe, expect, it } from 'vitest';
import { addressOf, before, bestInterval, between, moved, periodOf, preset } from '../../src/figures/period';
import { dayOf, daysFrom, hourOf, isDay, startOf, weekdayOf } from '../../src/figures/zone';

const BERLIN = 'Europe/Berlin';
const NOW = new Date('2026-11-22T13:05:00Z');

describe('a day in a zone', () => {
  it('begins when the clocks there show midnight', () => {
    expect(startOf('2026-11-22', 'Asia/Shanghai').toISOString()).toBe('2026-11-21T16:00:00.000Z');
    expect(startOf('2026-07-01', BERLIN).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(startOf('2026-12-01', BERLIN).toISOString()).toBe('2026-11-30T23:00:00.000Z');
  });

  it('begins an hour later where summer time leaves midnight out', () => {
    expect(startOf('2024-04-26', 'Africa/Cairo').toISOString()).toBe('2024-04-25T22:00:00.000Z');
  });

  it('begins at the first of two midnights', () => {
    expect(startOf('2023-11-05', 'America/Havana').toISOString()).toBe('2023-11-05T04:00:00.000Z');
  });

  it('is the one on the calendar there', () => {
    expect(dayOf(new Date('2026-11-21T16:30:00Z'), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(hourOf(new Date('2026-11-21T16:30:00Z'), 'Asia/Shanghai')).toBe(0);
    expect(weekdayOf(new Date('2026-11-22T12:00:00Z'), 'UTC')).toBe(6);
  });

  it('is told from other texts', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'today', null].map(isDay)).toEqual([true, false, false, false, false]);
  });
});

describe('a period', () => {
  it('of the last seven days ends now', () => {
    const week = preset('7d', NOW, 'UTC');
    expect([week.first, week.last, week.over]).toEqual(['2026-11-16', '2026-11-22', false]);
    expect(week.to).toEqual(NOW);
  });

  it('that is over ends at midnight', () => {
    const week = between('2026-11-09', '2026-11-15', NOW, 'UTC');
    expect([week.over, week.to.toISOString()]).toEqual([true, '2026-11-16T00:00:00.000Z']);
  });

  it('comes back from its address', () => {
    for (const period of [preset('28d', NOW, BERLIN), between('2026-10-01', '2026-10-31', NOW, BERLIN)]) {
      const address = new URLSearchParams();
      Object.entries(addressOf(period)).forEach(([key, value]) => value && address.set(key, value));
      expect(periodOf(address, NOW, BERLIN)).toEqual(period);
    }
  });

  it('of a broken address is the usual one', () => {
    expect(periodOf(new URLSearchParams('first=2026-02-31&last=x'), NOW, 'UTC').preset).toBe('7d');
  });

  it('moves by its own length', () => {
    const before = moved(preset('7d', NOW, 'UTC'), -1, NOW, 'UTC');
    expect([before.first, before.last, before.over]).toEqual(['2026-11-09', '2026-11-15', true]);
  });

  it('has points that can be read', () => {
    expect(bestInterval(preset('today', NOW, 'UTC'))).toBe('hour');
    expect(bestInterval(preset('28d', NOW, 'UTC'))).toBe('day');
    expect(bestInterval(preset('90d', NOW, 'UTC'))).toBe('week');
    expect(daysFrom('2026-03-28', '2026-03-30')).toBe(3);
  });
});

describe('the period before', () => {
  it('begins whole weeks earlier, so that weekdays are compared with the same', () => {
    const month = between('2026-10-01', '2026-10-31', NOW, 'UTC');
    expect(before(month, 'UTC').from.toISOString()).toBe('2026-08-27T00:00:00.000Z');
    expect(weekdayOf(before(month, 'UTC').from, 'UTC')).toBe(weekdayOf(month.from, 'UTC'));
  });

  it('keeps midnight when summer time began in between', () => {
    const week = between('2026-03-30', '2026-04-05', NOW, BERLIN);
    expect(before(week, BERLIN)).toEqual({
      from: startOf('2026-03-23', BERLIN),
      to: startOf('2026-03-30', BERLIN),
    });
  });

  it('keeps the time of day of a period that is not over', () => {
    const now = new Date('2026-10-26T09:30:00Z'); // The day after winter time began, 10:30 there.
    const today = preset('today', now, BERLIN);
    expect(before(today, BERLIN).to.toISOString()).toBe('2026-10-19T08:30:00.000Z');
  });
});
