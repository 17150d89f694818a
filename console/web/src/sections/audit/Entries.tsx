import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import shared from '../../figures/figures.module.css';
import { useReading } from '../../figures/reading';
import { Tag } from '../../parts/Tag';
import styles from './audit.module.css';

type Entry = Schemas['audit_entry'];

/** What one looks for first when something is wrong. */
const TONES: Partial<Record<Entry['action'], 'negative' | 'caution'>> = {
  alarm: 'negative',
  denied: 'negative',
  sign_in_failed: 'negative',
  reveal: 'caution',
  export: 'caution',
  download: 'caution',
};

export function Entries({ entries, onAsk }: { entries: readonly Entry[]; onAsk: (parts: Record<string, string>) => void }) {
  const { t } = useReading();
  return (
    <section className={shared.card} aria-label={t('audit.title')}>
      <div className={shared.scroll}>
        <table className={`${shared.table} ${styles.table}`}>
          <thead>
            <tr>
              {['at', 'user', 'what', 'conversation', 'detail', 'address'].map((column) => (
                <th key={column} scope="col">
                  {t(`audit.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <OneEntry key={entry.number} entry={entry} onAsk={onAsk} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function OneEntry({ entry, onAsk }: { entry: Entry; onAsk: (parts: Record<string, string>) => void }) {
  const { t, language, zone } = useReading();
  const { at, user, action, conversation, detail, address } = entry;
  const when = new Intl.DateTimeFormat(language, {
    timeZone: zone, year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  });
  return (
    <tr>
      <td>
        <time dateTime={at}>{when.format(new Date(at))}</time>
      </td>
      <td>
        <button type="button" className={styles.ask} title={t('audit.only', { name: user })} onClick={() => onAsk({ user })}>
          {user}
        </button>
      </td>
      <td>
        <Tag tone={TONES[action] ?? 'plain'}>{t(`audit.action.${action}`)}</Tag>
      </td>
      <td>{conversation && <Link to={`/c/${conversation}`}>{conversation}</Link>}</td>
      <td className={styles.detail}>{detail}</td>
      <td className="quiet">{address}</td>
    </tr>
  );
}
