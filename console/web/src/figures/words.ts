import type { Interval } from './period';

/** Days of a calendar in words: `16 – 22 November 2026`. */
export function daysText({ from, to }: { from: Date; to: Date }, language: string, zone: string): string {
  const last = new Date(to.getTime() - 1);
  const format = new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  return format.formatRange(from, last < from ? from : last);
}

/** A time of day in words. */
export function timeText(at: Date, language: string, zone: string): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A moment in words: day and time. */
export function momentText(at: Date | string, language: string, zone: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

/** A weekday's name; 0 is Monday. */
export function weekdayText(weekday: number, language: string, length: 'short' | 'long'): string {
  const monday = Date.UTC(2026, 10, 16);
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(monday + weekday * 86_400_000);
}


/** The start of an interval as it stands on an axis. */
export function pointLabel(from: string, interval: Interval, language: string, zone: string): string {
  const at = new Date(from);
  return interval === 'hour'
    ? timeText(at, language, zone)
    : new Intl.DateTimeFormat(language, { timeZone: zone, day: 'numeric', month: 'short' }).format(at);
}

/** An interval in full. */
export function pointTitle(
  { from, to }: { from: string; to: string },
  interval: Interval,
  language: string,
  zone: string,
): string {
  const start = new Date(from);
  const day: Intl.DateTimeFormatOptions = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' };
  switch (interval) {
    case 'hour':
      return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(start);
    case 'day':
      return new Intl.DateTimeFormat(language, day).format(start);
    case 'week':
      return new Intl.DateTimeFormat(language, { timeZone: zone, day: 'numeric', month: 'short' }).formatRange(
        start,
        new Date(Date.parse(to) - 1),
      );
  }
}
