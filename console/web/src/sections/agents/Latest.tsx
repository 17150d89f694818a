import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { useNewest } from '../../figures/data';
import { conversationsAt } from '../../figures/drill';
import styles from '../../figures/figures.module.css';
import { clockLength, figureText } from '../../figures/measures';
import { useNames, useReading } from '../../figures/reading';
import { momentText } from '../../figures/words';
import { Failure } from '../../parts/Failure';
import { Feeling } from '../../parts/Feeling';

const MOST = 10;

/** The agent's latest conversations, whatever the period. */
export function Latest({ agent }: { agent: string }) {
  const { t } = useReading();
  const latest = useNewest({ agent: [agent] }, MOST);
  return (
    <section className={styles.card} aria-labelledby="latest">
      <header className={styles.cardHead}>
        <h2 id="latest">{t('agents.latest')}</h2>
        <Link to={conversationsAt({ agent: [agent] })}>{t('agents.latest.all')}</Link>
      </header>
      {latest.isError ? (
        <Failure problem={latest.error} retry={() => void latest.refetch()} />
      ) : latest.isPending ? (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      ) : latest.data.length === 0 ? (
        <p className="quiet">{t('agents.latest.none')}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('agents.when')}</th>
                <th scope="col" className={styles.left}>{t('figures.field.intent')}</th>
                <th scope="col" className={styles.left}>{t('figures.field.emotion')}</th>
                <th scope="col" className={styles.left}>{t('figures.field.outcome')}</th>
                <th scope="col">{t('figures.duration_ms')}</th>
                <th scope="col">{t('figures.score')}</th>
              </tr>
            </thead>
            <tbody>
              {latest.data.map((conversation) => (
                <Conversation key={conversation.id} conversation={conversation} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

type Summary = NonNullable<ReturnType<typeof useNewest>['data']>[number];

function Conversation({ conversation }: { conversation: Summary }) {
  const { language, zone } = useReading();
  const nameOf = useNames();
  const { id, started_at, intents, emotion, outcome, duration_ms, score } = conversation;
  return (
    <tr>
      <th scope="row">
        <Link to={`/c/${id}`}>{momentText(started_at, language, zone)}</Link>
      </th>
      <td className={styles.left}>{intents[0] ? nameOf('intent', intents[0].name) : '–'}</td>
      <td className={styles.left}>
        <Feeling name={emotion.label} quiet />
      </td>
      <td className={styles.left}>{nameOf('outcome', outcome)}</td>
      <td>{clockLength(duration_ms)}</td>
      <td>{figureText('score', score, language)}</td>
    </tr>
  );
}
