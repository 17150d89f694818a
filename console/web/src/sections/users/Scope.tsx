import { useReading } from '../../figures/reading';
import { Tag } from '../../parts/Tag';
import styles from './users.module.css';

/** Which conversations somebody sees. */
export function Scope({ queues, teams }: { queues: string[]; teams: string[] }) {
  const { t } = useReading();
  if (queues.length === 0 && teams.length === 0) {
    return <span className="quiet">{t('users.scope.all')}</span>;
  }
  return (
    <span className={styles.tags}>
      {queues.map((name) => (
        <Tag key={`queue ${name}`}>{t('users.scope.queue', { name })}</Tag>
      ))}
      {teams.map((name) => (
        <Tag key={`team ${name}`}>{t('users.scope.team', { name })}</Tag>
      ))}
    </span>
  );
}
