import { Button, Segmented, Skeleton } from 'antd';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { useNames, useReading } from '../../figures/reading';
import { ChangeMark } from '../../figures/ChangeMark';
import { type By, type Row, useBreakdown } from '../../figures/data';
import { conversationsAt, narrowed } from '../../figures/drill';
import { Failure } from '../../parts/Failure';
import { Few } from '../../figures/Few';
import { figureText, isFew, type Measure, MEASURES } from '../../figures/measures';
import { type Order, ordered, orderOf, orderText, turned } from '../../figures/rows';
import type { usePeriod } from '../../figures/usePeriod';
import styles from '../../figures/figures.module.css';

const FIELDS: readonly By[] = ['agent', 'queue', 'intent', 'emotion', 'outcome', 'channel', 'language'];
const FIRST = 10;

type At = ReturnType<typeof usePeriod>;

/** The figures by one field: a row a value, each opening its conversations. */
export function BreakdownCard({ at, measure, zone }: { at: At; measure: Measure; zone: string }) {
  const { t } = useReading();
  const by = FIELDS.find((field) => field === at.address.get('by')) ?? 'agent';
  const rows = useBreakdown(by, at.period, at.filters, zone);
  return (
    <section className={styles.card} aria-labelledby="breakdown">
      <header className={styles.cardHead}>
        <h2 id="breakdown">{t('overview.breakdown')}</h2>
        <Segmented
          size="small"
          className={styles.fields}
          aria-label={t('overview.breakdown')}
          options={FIELDS.map((value) => ({ value, label: t(`figures.field.${value}`) }))}
          value={by}
          onChange={(field) => at.change({ by: field === 'agent' ? null : field }, true)}
        />
      </header>
      {rows.isError ? (
        <Failure problem={rows.error} retry={() => void rows.refetch()} />
      ) : rows.data ? (
        <Rows key={by} by={by} rows={rows.data} at={at} measure={measure} />
      ) : (
        <Skeleton active paragraph={{ rows: 5 }} title={false} />
      )}
    </section>
  );
}

interface Shown {
  readonly by: By;
  readonly rows: readonly Row[];
  readonly at: At;
  readonly measure: Measure;
}

function Rows({ by, rows, at, measure }: Shown) {
  const { t, language } = useReading();
  const [all, setAll] = useState(false);
  const order = orderOf(at.address.get('order'));
  const sorted = ordered(rows, order, language);
  if (rows.length === 0) {
    return <p className="quiet">{t('overview.breakdown.none')}</p>;
  }
  const most = Math.max(...rows.map(({ now }) => now.conversations));
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table} data-measure={measure}>
          <thead>
            <tr>
              <Head column="value" order={order} at={at} label={t(`figures.field.${by}`)} />
              {MEASURES.map((column) => (
                <Fragment key={column}>
                  <Head column={column} order={order} at={at} label={t(`figures.${column}`)} chosen={column === measure} />
                  {column === measure && (
                    <th scope="col" data-chosen data-column="change">
                      {t('figures.change')}
                    </th>
                  )}
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, all ? undefined : FIRST).map((row) => (
              <OneRow key={row.value} by={by} row={row} most={most} at={at} measure={measure} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > FIRST && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('overview.fewer_rows') : t('overview.all_rows', { n: rows.length })}
        </Button>
      )}
    </>
  );
}

function Head({ column, order, at, label, chosen }: { column: Order['column']; order: Order; at: At; label: string; chosen?: boolean }) {
  const sorted = order.column === column;
  return (
    <th scope="col" data-chosen={chosen} data-column={column} aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}>
      <button type="button" onClick={() => at.change({ order: orderText(turned(order, column)) }, true)}>
        {label}
        <span aria-hidden="true">{sorted ? (order.descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}

function OneRow({ by, row, most, at, measure }: { by: By; row: Row; most: number; at: At; measure: Measure }) {
  const { language } = useReading();
  const name = useNames()(by, row.value);
  const { from, to } = at.period;
  const open = conversationsAt(narrowed(at.filters, by, row.value), { from, to });
  return (
    <tr data-few={isFew(row.now, measure)}>
      <th scope="row">
        {row.value === '' ? (
          <i>{name}</i>
        ) : (
          <Link to={by === 'agent' ? agentPage(row.value, at.address) : open}>{name}</Link>
        )}{' '}
        <Few figures={row.now} measure={measure} />
      </th>
      {MEASURES.map((column) => (
        <Fragment key={column}>
          <td data-chosen={column === measure} data-column={column}>
            {column === 'conversations' ? (
              <Count to={row.value === '' ? undefined : open} n={row.now.conversations} share={row.now.conversations / most} name={name} />
            ) : (
              figureText(column, row.now[column], language)
            )}
          </td>
          {column === measure && (
            <td data-chosen data-column="change">
              <ChangeMark short measure={column} now={row.now} before={row.before} />
            </td>
          )}
        </Fragment>
      ))}
    </tr>
  );
}

function Count({ to, n, share, name }: { to?: string; n: number; share: number; name: string }) {
  const { t, language } = useReading();
  const text = figureText('conversations', n, language);
  return (
    <span className={styles.count}>
      <meter className={styles.meter} value={share} aria-hidden="true" />
      {to ? (
        <Link to={to} aria-label={t('overview.open_rows', { n, name })}>
          {text}
        </Link>
      ) : (
        text
      )}
    </span>
  );
}

/** The agent's page for the same period. */
function agentPage(agent: string, address: URLSearchParams): string {
  const kept = new URLSearchParams([...address].filter(([key]) => ['period', 'first', 'last', 'measure'].includes(key)));
  return `/agents/${encodeURIComponent(agent)}${kept.size > 0 ? `?${kept}` : ''}`;
}
