/** A day of the calendar, without a time zone: `2026-11-16`. */
export type Day = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, found);
  }
  return found;
}

/** What a clock on the wall of the zone shows, written down as if it were UTC. */
function wall(instant: number, zone: string): number {
  const part: Record<string, number> = {};
  for (const { type, value } of clock(zone).formatToParts(instant)) {
    part[type] = Number(value);
  }
  return Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
}

function offset(instant: number, zone: string): number {
  return wall(instant, zone) - Math.floor(instant / 1000) * 1000;
}

/**
 * The moment at which the zone's clocks show a time (milliseconds as if it were UTC). A time that
 * exists twice means the first; one that summer time leaves out means as much later.
 */
function instantOfWall(time: number, zone: string): number {
  const candidates = [time - offset(time - DAY, zone), time - offset(time + DAY, zone)];
  const exact = candidates.filter((candidate) => wall(candidate, zone) === time);
  return exact.length > 0 ? Math.min(...exact) : candidates[0]!;
}

/** When a day begins in a zone. */
export function startOf(day: Day, zone: string): Date {
  return new Date(instantOfWall(Date.parse(`${day}T00:00:00Z`), zone));
}

/** The day that a zone's calendar shows at a moment. */
export function dayOf(instant: Date, zone: string): Day {
  return new Date(wall(instant.getTime(), zone)).toISOString().slice(0, 10);
}

/** The hour of the day, 0 to 23, that a zone's clocks show at a moment. */
export function hourOf(instant: Date, zone: string): number {
  return new Date(wall(instant.getTime(), zone)).getUTCHours();
}

/** The day of the week at a moment in a zone, 0 for Monday. */
export function weekdayOf(instant: Date, zone: string): number {
  return weekday(dayOf(instant, zone));
}

/** The day of the week, 0 for Monday. */
export function weekday(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** So many days later; earlier when negative. */
export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** How many days lie between two, both counted. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
}

/** The same time of day, so many days earlier by the zone's calendar, whatever summer time does. */
export function daysBefore(instant: Date, days: number, zone: string): Date {
  return new Date(instantOfWall(wall(instant.getTime(), zone) - days * DAY, zone));
}

/** Whether a text is a day that exists. */
export function isDay(text: string | null): text is Day {
  return (
    text !== null &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
    plusDays(text, 0) === text
  );
}
