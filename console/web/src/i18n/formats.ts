import { useIntl } from 'react-intl';

/** `1:04` or `1:02:09`: a moment or a length. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `1:04.2`: a moment to the tenth of a second. */
export function fineClock(ms: number): string {
  return `${clock(ms)}.${Math.floor((Math.max(0, ms) % 1000) / 100)}`;
}

/** The name of this browser's time zone. */
export function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Numbers and times as people of the console's language and time zone write them. */
export function useFormats() {
  const intl = useIntl();
  return {
    number: (value: number, digits = 0) => intl.formatNumber(value, { maximumFractionDigits: digits, minimumFractionDigits: digits }),
    percent: (share: number, digits = 0) => intl.formatNumber(share, { style: 'percent', maximumFractionDigits: digits }),
    date: (at: string | Date) => intl.formatDate(at, { year: 'numeric', month: 'short', day: 'numeric' }),
    day: (at: string | Date) => intl.formatDate(at, { month: 'short', day: 'numeric', weekday: 'short' }),
    time: (at: string | Date) => intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    dateTime: (at: string | Date) =>
      intl.formatDate(at, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** As {@link dateTime}, without the year while it is this one. */
    moment: (at: string | Date) =>
      intl.formatDate(at, {
        year: new Date(at).getFullYear() === new Date().getFullYear() ? undefined : 'numeric',
        month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
      }),
    bytes: (bytes: number) => {
      const step = Math.min(4, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
      const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'][step];
      return intl.formatNumber(bytes / 1000 ** step, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: step < 2 ? 0 : 1 });
    },
    list: (items: string[]) => intl.formatList(items, { type: 'conjunction' }),
    timeZone: intl.timeZone ?? 'UTC',
  };
}
