/** How far a time zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offset(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)!.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return there - Math.floor(at / 1000) * 1000;
}

/** When the clocks of a time zone show midnight of a day, as an instant. */
export function midnight(year: number, month: number, day: number, zone: string): string {
  const wanted = Date.UTC(year, month - 1, day);
  // The second step settles days on which the clocks change.
  const first = wanted - offset(wanted, zone);
  return new Date(wanted - offset(first, zone)).toISOString();
}

/** The start of today in a time zone, or of the day that many days from it. */
export function zoneDayStart(now: Date, zone: string, days: number): string {
  const there = new Date(now.getTime() + offset(now.getTime(), zone));
  return midnight(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate() + days, zone);
}

/** `2026-03-04`: the day of an instant in a time zone. */
export function zoneDay(at: string, zone: string): string {
  const time = Date.parse(at);
  return new Date(time + offset(time, zone)).toISOString().slice(0, 10);
}
