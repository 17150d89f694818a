/** The time zones that this browser knows, each with its present distance from UTC. */
export function zones(now: Date): { value: string; label: string }[] {
  const names = new Set(['UTC', Intl.DateTimeFormat().resolvedOptions().timeZone, ...Intl.supportedValuesOf('timeZone')]);
  return [...names].map((value) => ({ value, label: `${value.replaceAll('_', ' ')} (${distance(value, now)})` }));
}

/** How far a zone's clocks are from UTC, as `UTC+5:30`. */
export function distance(zone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')!.value.replace('GMT', 'UTC');
}
