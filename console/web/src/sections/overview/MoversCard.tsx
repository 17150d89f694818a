import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useNames, useReading } from '../../figures/reading';
import { ChangeMark } from '../../figures/ChangeMark';
import { useBreakdown } from '../../figures/data';
import { conversationsAt, type Filters, narrowed } from '../../figures/drill';
import { Failure } from '../../parts/Failure';
import { countOf, figureText } from '../../figures/measures';
import { type Mover, movers } from '../../figures/movers';
import type { Period } from '../../figures/period';
import styles from '../../figures/figures.module.css';

const MOST = 6;

/** What moved further than chance explains, most surprising first. */
export function MoversCard({ period, filters, zone }: { period: Period; filters: Filters; zone: string }) {
  const { t } = useReading();
  const all = [
    useBreakdown('intent', period, filters, zone),
    useBreakdown('agent', period, filters, zone),
    useBreakdown('queue', period, filters, zone),
  ] as const;
  const [intent, agent, queue] = all.map(({ data }) => data ?? []);
  const failed = all.find(({ isError }) => isError);
  const found = movers({ intent, agent, queue }, MOST);
  return (
    <section className={styles.card} aria-labelledby="movers">
      <header className={styles.cardHead}>
        <h2 id="movers">{t('overview.movers')}</h2>
      </header>
      {failed ? (
        <Failure problem={failed.error} retry={() => all.forEach(({ refetch }) => void refetch())} />
      ) : all.some(({ isPending }) => isPending) ? (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      ) : found.length === 0 ? (
        <p className="quiet">{t('overview.movers.none')}</p>
      ) : (
        <ol className={styles.movers}>
          {found.map((mover) => (
            <OneMover key={`${mover.field} ${mover.value}`} mover={mover} period={period} filters={filters} />
          ))}
        </ol>
      )}
      {found.length > 0 && <p className={`quiet ${styles.note}`}>{t('overview.movers.note')}</p>}
    </section>
  );
}

function OneMover({ mover, period, filters }: { mover: Mover; period: Period; filters: Filters }) {
  const { t, language } = useReading();
  const nameOf = useNames();
  const { field, value, measure, now, before } = mover;
  const { from, to } = period;
  return (
    <li>
      <Link to={conversationsAt(narrowed(filters, field, value), { from, to })}>
        <span className={styles.moverField}>{t(`figures.field.${field}`)}</span>
        <b>{nameOf(field, value)}</b>
      </Link>
      <span>
        {t(`figures.${measure}`)} {figureText(measure, now[measure], language)}
        {measure !== 'conversations' && <small> {t('figures.behind', { n: countOf(measure, now) })}</small>}
      </span>
      <ChangeMark measure={measure} now={now} before={before} />
    </li>
  );
}
