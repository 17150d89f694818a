import { Popover, Skeleton } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useReading } from '../../figures/reading';
import { behindMeasure } from '../../figures/behind';
import { useOverview } from '../../figures/data';
import { Failure } from '../../parts/Failure';
import { type Hour, hoursOfWeek, shades } from '../../figures/hours';
import { countOf, FEW, figureText, type Measure } from '../../figures/measures';
import { between } from '../../figures/period';
import type { usePeriod } from '../../figures/usePeriod';
import { pointTitle, weekdayText } from '../../figures/words';
import { daysFrom, plusDays } from '../../figures/zone';
import styles from '../../figures/figures.module.css';

/** As many days as are counted by the hour, which the server does up to a thousand times; of longer periods the end. */
const MOST_DAYS = 35;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

type At = ReturnType<typeof usePeriod>;

/** When in the week it happens: a cell an hour, by the arrow keys too. */
export function HoursCard({ at, measure, zone }: { at: At; measure: Measure; zone: string }) {
  const { t } = useReading();
  const { period, now } = at;
  const long = daysFrom(period.first, period.last) > MOST_DAYS;
  const counted = long ? between(plusDays(period.last, 1 - MOST_DAYS), period.last, now, zone) : period;
  const overview = useOverview(counted, at.filters, 'hour', zone);
  return (
    <section className={styles.card} aria-labelledby="hours">
      <header className={styles.cardHead}>
        <h2 id="hours">{t('overview.hours', { measure: t(`figures.${measure}`) })}</h2>
        {measure !== 'conversations' && <span className="quiet">{t('overview.hours.few', { few: FEW })}</span>}
        {long && <span className="quiet">{t('overview.hours.end', { weeks: MOST_DAYS / 7 })}</span>}
      </header>
      {overview.isError ? (
        <Failure problem={overview.error} retry={() => void overview.refetch()} />
      ) : overview.data ? (
        <Week course={overview.data.course} at={at} measure={measure} zone={zone} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 7 }} />
      )}
    </section>
  );
}

type Course = Parameters<typeof hoursOfWeek>[0];

function Week({ course, at, measure, zone }: { course: Course; at: At; measure: Measure; zone: string }) {
  const { language } = useReading();
  const week = useMemo(() => hoursOfWeek(course, measure, zone), [course, measure, zone]);
  const shade = shades(week);
  const [place, setPlace] = useState<[number, number]>([0, 9]);

  const move = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const next: [number, number] = [(place[0] + step[0]! + 7) % 7, (place[1] + step[1]! + 24) % 24];
    setPlace(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.join('-')}"]`)?.focus();
  };

  return (
    <div className={styles.scroll}>
      <table className={styles.hours} onKeyDown={move} aria-labelledby="hours">
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.map((day, weekday) => (
            <tr key={weekday}>
              <th scope="row">{weekdayText(weekday, language, 'short')}</th>
              {day.map((cell) => (
                <td key={cell.hour} data-shade={cell.count === 0 ? undefined : shade(cell.value)} data-few={measure !== 'conversations' && cell.count < FEW}>
                  <Cell
                    cell={cell}
                    at={at}
                    measure={measure}
                    zone={zone}
                    reached={place[0] === weekday && place[1] === cell.hour}
                    onReach={() => setPlace([weekday, cell.hour])}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellShown {
  readonly cell: Hour;
  readonly at: At;
  readonly measure: Measure;
  readonly zone: string;
  /** Whether the tab key stops here; one cell of the table does. */
  readonly reached: boolean;
  readonly onReach: () => void;
}

function Cell({ cell, at, measure, zone, reached, onReach }: CellShown) {
  const { t, language } = useReading();
  const shared = {
    'data-cell': `${cell.weekday}-${cell.hour}`,
    tabIndex: reached ? 0 : -1,
    onFocus: onReach,
  };
  if (cell.points.length === 0) {
    return (
      <span {...shared} className={styles.cell}>
        <span className="unseen">{t('figures.behind', { n: 0 })}</span>
      </span>
    );
  }
  const title = t('overview.hour', {
    day: weekdayText(cell.weekday, language, 'long'),
    hour: cell.hour,
    next: cell.hour + 1,
    measure: t(`figures.${measure}`),
    value: figureText(measure, cell.value, language),
    n: cell.count,
  });
  return (
    <Popover
      trigger="click"
      title={title}
      content={
        <ul className={styles.dates}>
          {cell.points.toReversed().map((point) => (
            <li key={point.from}>
              <Link to={behindMeasure(measure, at.filters, point)}>{pointTitle(point, 'hour', language, zone)}</Link>
              <span>{t('figures.behind', { n: countOf(measure, point.figures) })}</span>
            </li>
          ))}
        </ul>
      }
    >
      <button type="button" {...shared} className={styles.cell} title={title}>
        {cellText(measure, cell.value, language)}
      </button>
    </Popover>
  );
}

/** A value short enough for a cell. */
function cellText(measure: Measure, value: number | null, language: string): string {
  if (value === null) {
    return '–';
  }
  if (measure.endsWith('_share')) {
    return new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(100 * value);
  }
  return measure === 'score' ? value.toFixed(0) : measure === 'satisfaction' ? value.toFixed(1) : figureText(measure, value, language);
}
