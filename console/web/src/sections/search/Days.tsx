import { useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import styles from './Filters.module.css';

const MOST_BARS = 42;

/** How many conversations a day (or several days together, where there are many); a bar opens its days, as the two dates above do for the keyboard. */
export function Days({ days, open }: { days: { day: string; count: number }[]; open: (first: string, last: string) => void }) {
  const t = useText();
  const { number, date } = useFormats();
  if (days.length < 2) return null;
  const together = Math.ceil(days.length / MOST_BARS);
  const bars = Array.from({ length: Math.ceil(days.length / together) }, (_, i) => {
    const found = days.slice(i * together, (i + 1) * together);
    return { first: found[0]!.day, last: found.at(-1)!.day, count: found.reduce((sum, { count }) => sum + count, 0) };
  });
  const most = Math.max(1, ...bars.map((bar) => bar.count));
  const day = (text: string) => date(new Date(`${text}T12:00:00`));
  return (
    <div className={styles.days} aria-hidden="true">
      {bars.map(({ first, last, count }) => {
        const text = t('search.day_bar', { days: first === last ? day(first) : `${day(first)} – ${day(last)}`, count: number(count) });
        return (
          <i key={first} title={text} onClick={() => open(first, last)}>
            <span style={{ height: `${count ? Math.max(6, (count / most) * 100) : 0}%` }} />
          </i>
        );
      })}
    </div>
  );
}
