import { DatePicker, Skeleton, Slider } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { clock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { Face } from '../../parts/Feeling';
import { useEmotionValence } from '../../api/labels';
import { Days } from './Days';
import { midnight, zoneDay } from './days';
import styles from './Filters.module.css';
import { FIELDS, limited, PERIODS, toggle, type Field, type Search } from './search';
import { useFieldWords } from './useFieldWords';

type Facets = Schemas['facets'];
const FIRST = 6;

interface Shared {
  search: Search;
  go: (next: Search) => void;
  facets: Facets;
}

/** What the conversations can be narrowed by, with how many there would be. */
export function Filters({ facets, ...shared }: Omit<Shared, 'facets'> & { facets?: Facets }) {
  const t = useText();
  if (!facets) return <Skeleton active className={styles.skeleton} paragraph={{ rows: 12 }} />;
  const all = { ...shared, facets };
  return (
    <>
      <Period {...all} />
      {FIELDS.map((field) => (
        <Values key={field} field={field} {...all} />
      ))}
      <Group title={t('search.field.score')}>
        <Scores {...all} />
      </Group>
      <Group title={t('search.field.duration')}>
        <Durations {...all} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <details className={styles.group} open>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

function Period({ search, go, facets }: Shared) {
  const t = useText();
  const { timeZone } = useFormats();
  const day = (at?: string, back = 0) => (at ? dayjs(zoneDay(new Date(Date.parse(at) - back).toISOString(), timeZone)) : null);
  return (
    <Group title={t('search.field.period')}>
      <div className={styles.presets}>
        {PERIODS.map((period) => (
          <button
            key={period}
            type="button"
            aria-pressed={search.period === period}
            onClick={() => go({ ...search, period: search.period === period ? undefined : period, from: undefined, to: undefined, page: 1 })}
          >
            {t(`search.period.${period}`)}
          </button>
        ))}
      </div>
      <DatePicker.RangePicker
        size="small"
        className={styles.dates}
        aria-label={t('search.period.own')}
        allowEmpty={[true, true]}
        value={[day(search.from), day(search.to, 1)]}
        onChange={(days) => {
          const [from, to] = days ?? [];
          const at = (d: dayjs.Dayjs | null | undefined, more: number) => d ? midnight(d.year(), d.month() + 1, d.date() + more, timeZone) : undefined;
          go({ ...search, period: undefined, from: at(from, 0), to: at(to, 1), page: 1 });
        }}
      />
      <Days
        days={facets.days}
        open={(first, last) => {
          const at = (text: string, more: number) => {
            const [y, m, d] = text.split('-').map(Number) as [number, number, number];
            return midnight(y, m, d + more, timeZone);
          };
          go({ ...search, period: undefined, from: at(first, 0), to: at(last, 1), page: 1 });
        }}
      />
    </Group>
  );
}

function Values({ field, search, go, facets }: Shared & { field: Field }) {
  const t = useText();
  const words = useFieldWords();
  const valence = useEmotionValence();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const chosen = search.values[field] ?? [];
  const counted = facets.fields[field] ?? [];
  const missing = chosen.filter((value) => !counted.some((row) => row.value === value)).map((value) => ({ value, count: 0 }));
  const rows = [...counted, ...missing].filter((row) => row.value !== '');
  // One value that all of them have says nothing.
  if (!rows.length || (field === 'customer' && !chosen.length)) return null;
  const shown = rows.filter((row, index) => all || index < FIRST || chosen.includes(row.value));
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <Group title={t(`search.field.${field}`)}>
      <ul className={styles.values}>
        {shown.map(({ value, count }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={chosen.includes(value)} onChange={() => go(toggle(search, field, value))} />
              {field === 'emotion' && <Face valence={valence(value)} size={14} />}
              <span className={styles.word} title={words(field, value)}>
                {words(field, value)}
              </span>
              <span className={`number ${styles.count}`}>{number(count)}</span>
              <span className={styles.bar} style={{ width: `${(count / most) * 100}%` }} />
            </label>
          </li>
        ))}
      </ul>
      {rows.length > FIRST && (
        <button type="button" className={styles.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('search.fewer') : t('search.more', { n: rows.length - FIRST })}
        </button>
      )}
    </Group>
  );
}

/** Bands to click, and a slider that does the same for the keyboard. */
function Scores({ search, go, facets }: Shared) {
  const t = useText();
  const { number } = useFormats();
  const { score_from: from = 0, score_to: to = 100 } = search.ranges;
  const most = Math.max(1, ...facets.score.map((band) => band.count));
  const set = (low: number, high: number) =>
    go(limited(search, { score_from: low > 0 || high < 100 ? low : undefined, score_to: low > 0 || high < 100 ? high : undefined }));
  return (
    <>
      <div className={styles.scores} aria-hidden="true">
        {facets.score.map((band) => (
          <i
            key={band.from}
            data-on={band.from >= from && band.to <= to}
            title={t('search.score_band', { from: band.from, to: band.to, count: number(band.count) })}
            onClick={() => (from === band.from && to === band.to ? set(0, 100) : set(band.from, band.to))}
          >
            <span style={{ height: `${band.count ? Math.max(6, (band.count / most) * 100) : 0}%` }} />
          </i>
        ))}
      </div>
      <Slider
        key={`${from} ${to}`}
        range
        step={10}
        className={styles.slider}
        defaultValue={[from, to]}
        ariaLabelForHandle={[t('search.score_from'), t('search.score_to')]}
        onChangeComplete={([low, high]) => set(low!, high!)}
      />
    </>
  );
}

function Durations({ search, go, facets }: Shared) {
  const t = useText();
  const { number } = useFormats();
  const { duration_from: from, duration_to: to } = search.ranges;
  const most = Math.max(1, ...facets.duration.map((band) => band.count));
  return (
    <ul className={styles.values}>
      {facets.duration.map((band, index) => {
        const end = facets.duration[index + 1]?.from;
        const on = from === band.from && to === end;
        const words = end === undefined ? t('search.token.longer', { from: clock(band.from) }) : t('search.duration_band', { from: clock(band.from), to: clock(end) });
        return (
          <li key={band.from}>
            <label>
              <input
                type="checkbox"
                checked={on}
                onChange={() => go(limited(search, on ? { duration_from: undefined, duration_to: undefined } : { duration_from: band.from, duration_to: end }))}
              />
              <span className={styles.word}>{words}</span>
              <span className={`number ${styles.count}`}>{number(band.count)}</span>
              <span className={styles.bar} style={{ width: `${(band.count / most) * 100}%` }} />
            </label>
          </li>
        );
      })}
    </ul>
  );
}
