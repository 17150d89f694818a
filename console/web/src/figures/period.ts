import { type Day, dayOf, daysBefore, daysFrom, isDay, plusDays, startOf, weekday } from './zone';

/** Periods that are counted from today. */
export const PRESETS = ['today', 'yesterday', '7d', '28d', 'week', 'month', '90d'] as const;
export type Preset = (typeof PRESETS)[number];

/** How long one point of a course lasts. */
export const INTERVALS = ['hour', 'day', 'week'] as const;
export type Interval = (typeof INTERVALS)[number];

/** Days of the calendar, both included, and the moments they stand for. */
export interface Period {
  readonly preset?: Preset;
  readonly first: Day;
  readonly last: Day;
  readonly from: Date;
  /** The first moment after it; now, for a period that is not over. */
  readonly to: Date;
  readonly over: boolean;
}

export const DEFAULT_PRESET: Preset = '7d';

/** The period from one day to another; never beyond now, so that it is compared with no more than itself. */
export function between(first: Day, last: Day, now: Date, zone: string, preset?: Preset): Period {
  const [start, stop] = first <= last ? [first, last] : [last, first];
  const from = startOf(start, zone);
  const end = startOf(plusDays(stop, 1), zone);
  const over = end <= now;
  return { preset, first: start, last: stop, from, to: over || from >= now ? end : now, over };
}

/** The period that a preset means today. */
export function preset(name: Preset, now: Date, zone: string): Period {
  const today = dayOf(now, zone);
  const days: Record<Preset, [Day, Day]> = {
    today: [today, today],
    yesterday: [plusDays(today, -1), plusDays(today, -1)],
    '7d': [plusDays(today, -6), today],
    '28d': [plusDays(today, -27), today],
    '90d': [plusDays(today, -89), today],
    week: [plusDays(today, -weekday(today)), today],
    month: [`${today.slice(0, 8)}01`, today],
  };
  return between(...days[name], now, zone, name);
}

/** The period that an address names: `period=7d`, or `first` and `last`. */
export function periodOf(address: URLSearchParams, now: Date, zone: string): Period {
  const first = address.get('first');
  const last = address.get('last');
  if (isDay(first) && isDay(last)) {
    return between(first, last, now, zone);
  }
  const name = PRESETS.find((known) => known === address.get('period'));
  return preset(name ?? DEFAULT_PRESET, now, zone);
}

/** Whether an address says which period is meant. */
export function namesPeriod(address: URLSearchParams): boolean {
  return address.has('period') || address.has('first');
}

/** The parts of the address that name a period; `null` takes a part out. */
export function addressOf(period: Pick<Period, 'preset' | 'first' | 'last'>) {
  return period.preset
    ? { period: period.preset, first: null, last: null }
    : { period: null, first: period.first, last: period.last };
}

/** As many days right before or after it. */
export function moved(period: Period, direction: -1 | 1, now: Date, zone: string): Period {
  const days = daysFrom(period.first, period.last) * direction;
  return between(plusDays(period.first, days), plusDays(period.last, days), now, zone);
}

/** The same weekdays and times of day, whole weeks earlier, as few weeks as make it lie before. */
export function before(period: Period, zone: string): { from: Date; to: Date } {
  const days = 7 * Math.ceil(daysFrom(period.first, period.last) / 7);
  return {
    from: daysBefore(period.from, days, zone),
    to: daysBefore(period.to, days, zone),
  };
}

/** The interval that shows a course of this length best. */
export function bestInterval(period: Period): Interval {
  const days = daysFrom(period.first, period.last);
  return days <= 2 ? 'hour' : days <= 62 ? 'day' : 'week';
}

/** The intervals that give a course neither of one point nor of thousands. */
export function fittingIntervals(period: Period): Interval[] {
  const days = daysFrom(period.first, period.last);
  return INTERVALS.filter(
    (interval) =>
      (interval === 'hour' && days <= 14) ||
      (interval === 'day' && days >= 2 && days <= 184) ||
      (interval === 'week' && days >= 14),
  );
}
