import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useBreakdown } from '../../figures/data';
import { conversationsAt, type Filters } from '../../figures/drill';
import styles from '../../figures/figures.module.css';
import { FEW, figureText } from '../../figures/measures';
import type { Period } from '../../figures/period';
import { useNames, useReading } from '../../figures/reading';
import { type Standing, standings } from '../../figures/standing';
import { Failure } from '../../parts/Failure';

const MOST = 5;

/** The intents in which the agent's score lies above and below that of all. */
export function Standings({ agent, period, filters, zone }: { agent: string; period: Period; filters: Filters; zone: string }) {
  const own = useBreakdown('intent', period, { ...filters, agent: [agent] }, zone);
  const all = useBreakdown('intent', period, filters, zone);
  const failed = [own, all].find(({ isError }) => isError);
  if (failed) {
    return <Failure problem={failed.error} retry={() => void Promise.all([own.refetch(), all.refetch()])} />;
  }
  const found = own.data && all.data && standings(own.data, all.data);
  const open = (value: string) =>
    conversationsAt({ ...filters, agent: [agent], intent: [value] }, { from: period.from, to: period.to, sort: 'score' });
  return (
    <div className={styles.even}>
      <Side title="agents.above" none="agents.above.none" list={found?.above} open={open} />
      <Side title="agents.below" none="agents.below.none" list={found?.below} open={open} />
    </div>
  );
}

function Side({ title, none, list, open }: { title: string; none: string; list?: Standing[]; open: (value: string) => string }) {
  const { t, language } = useReading();
  const nameOf = useNames();
  const score = (value: number) => figureText('score', value, language);
  const widest = Math.max(10, ...(list ?? []).map(({ difference }) => Math.abs(difference)));
  return (
    <section className={styles.card} aria-labelledby={title}>
      <header className={styles.cardHead}>
        <h2 id={title}>{t(title)}</h2>
      </header>
      {!list ? (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      ) : list.length === 0 ? (
        <p className="quiet">{t(none)}</p>
      ) : (
        <ul className={styles.standings}>
          {list.slice(0, MOST).map(({ value, own, all, difference, conversations }) => (
            <li key={value}>
              <Link to={open(value)}>{nameOf('intent', value)}</Link>
              <span>
                {t('agents.standing', { own: score(own), all: score(all) })}{' '}
                <small className="quiet">
                  {t('figures.behind', { n: conversations })}
                  {conversations < FEW && ` · ${t('figures.few', { few: FEW })}`}
                </small>
              </span>
              <meter className={styles.meter} data-tone={difference > 0 ? 'better' : 'worse'} value={Math.abs(difference) / widest} aria-hidden="true" />
              <b>{(difference > 0 ? '+' : '−') + score(Math.abs(difference))}</b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
