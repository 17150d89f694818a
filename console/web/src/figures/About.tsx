import { Button, Tag } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useMay } from '../api/session';
import { Empty } from '../parts/Empty';
import { useNames, useReading } from './reading';
import { FIELDS } from './drill';
import type { usePeriod } from './usePeriod';
import { daysText, timeText } from './words';
import { dayOf, plusDays } from './zone';
import styles from './figures.module.css';

type At = ReturnType<typeof usePeriod>;

/** Which days these are, and which they are compared with. */
export function Compared({ at, zone, before }: { at: At; zone: string; before?: { from: string; to: string } }) {
  const { t, language } = useReading();
  const { period } = at;
  const days = daysText(period, language, zone);
  return (
    <p className={styles.about}>
      <span>{period.over ? days : t('figures.until', { days, time: timeText(period.to, language, zone) })}</span>
      <span>
        {before &&
          t('figures.compared', {
            days: daysText({ from: new Date(before.from), to: new Date(before.to) }, language, zone),
          })}
      </span>
      <span className={styles.zone}>{t('figures.zone', { zone })}</span>
    </p>
  );
}

/** The conditions of the address beside the period, each of which can be taken away. */
export function Conditions({ at }: { at: At }) {
  const { t } = useReading();
  const nameOf = useNames();
  const { filters, address, changeAll } = at;
  const without = (field: string, value: string) => {
    const next = new URLSearchParams(address);
    next.delete(field);
    address.getAll(field).filter((kept) => kept !== value).forEach((kept) => next.append(field, kept));
    changeAll(next);
  };
  const tags = [
    ...(filters.q ? [{ field: 'q', value: filters.q }] : []),
    ...FIELDS.flatMap((field) => (filters[field] ?? []).map((value) => ({ field: field as string, value }))),
  ];
  return tags.length === 0 ? null : (
    <div className={styles.conditions}>
      {tags.map(({ field, value }) => (
        <Tag
          key={`${field}\n${value}`}
          closable={{ 'aria-label': t('figures.without', { value }) }}
          onClose={(event) => {
            event.preventDefault();
            without(field, value);
          }}
        >
          {t(`figures.field.${field}`)}: <b>{nameOf(field, value)}</b>
        </Tag>
      ))}
    </div>
  );
}

/** While no period was asked for and the usual one is empty, shows the week of the newest conversation. */
export function useFirstLook(at: At, newest: string | undefined, zone: string) {
  const { choose } = at;
  useEffect(() => {
    if (newest) {
      const day = dayOf(new Date(newest), zone);
      choose({ first: plusDays(day, -6), last: day }, true);
    }
  }, [newest]); // eslint-disable-line -- only a new day matters
}

/** Says that nothing was in the period, and where to look. */
export function Nothing({ at, zone, newest, loading }: { at: At; zone: string; newest?: string; loading: boolean }) {
  const { t, language } = useReading();
  const may = useMay();
  const day = newest && dayOf(new Date(newest), zone);
  return (
    <Empty title={t(loading || day ? 'figures.nothing' : 'figures.nothing.ever')}>
      {!loading && !day && <p className="quiet">{t('figures.nothing.ever_detail')}</p>}
      {!loading && !day && may('upload') && <Link to="/uploads">{t('figures.nothing.upload')}</Link>}
      {day && (
        <Button type="primary" onClick={() => at.choose({ first: plusDays(day, -6), last: day })}>
          {t('figures.nothing.newest', {
            days: daysText({ from: new Date(newest), to: new Date(Date.parse(newest) + 1) }, language, zone),
          })}
        </Button>
      )}
      {Object.keys(at.filters).length > 0 && (
        <Button onClick={() => at.changeAll(new URLSearchParams([...at.address].filter(([key]) => ['period', 'first', 'last', 'measure'].includes(key))))}>
          {t('figures.nothing.conditions')}
        </Button>
      )}
    </Empty>
  );
}
