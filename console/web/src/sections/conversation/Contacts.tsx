import { MessageOutlined, PhoneOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { useIntentTitle } from '../../api/labels';
import { useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { Failure } from '../../parts/Failure';
import { Feeling } from '../../parts/Feeling';
import styles from './Panel.module.css';
import { useContacts } from './useConversation';

/** The same customer's contacts over time, and how they felt. */
export function Contacts({ id }: { id: string }) {
  const t = useText();
  const intent = useIntentTitle();
  const { dateTime } = useFormats();
  const { data: contacts, error, refetch } = useContacts(id);
  if (error) return <Failure problem={error} retry={() => void refetch()} />;
  if (!contacts) return <Skeleton active className={styles.tab} />;
  if (contacts.length < 2) return <p className={`quiet ${styles.tab}`}>{t('conversation.only_contact')}</p>;
  return (
    <div className={styles.tab}>
      <Course contacts={contacts} id={id} />
      <ol className={styles.contacts}>
        {[...contacts].reverse().map((contact) => (
          <li key={contact.id} aria-current={contact.id === id ? 'page' : undefined}>
            <Link to={`/c/${contact.id}`}>
              {contact.channel === 'call' ? <PhoneOutlined aria-label={t('channels.call')} /> : <MessageOutlined aria-label={t('channels.chat')} />}
              <time dateTime={contact.started_at}>{dateTime(contact.started_at)}</time>
            </Link>
            <span className={styles.line}>
              <Feeling name={contact.emotion.label} />
              <span>{t(`outcomes.${contact.outcome}`)}</span>
              {contact.intents[0] && <span className="quiet">{intent(contact.intents[0].name)}</span>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

const WIDTH = 320;
const HEIGHT = 84;

/** Valence from contact to contact; the one that is open stands out. */
function Course({ contacts, id }: { contacts: Schemas['summary'][]; id: string }) {
  const t = useText();
  const times = contacts.map((contact) => Date.parse(contact.started_at));
  const [first, last] = [times[0]!, times.at(-1)!];
  const points = contacts.map((contact, i) => ({
    id: contact.id,
    x: 10 + ((times[i]! - first) / Math.max(1, last - first)) * (WIDTH - 20),
    y: HEIGHT / 2 - contact.emotion.valence * (HEIGHT / 2 - 12),
    valence: contact.emotion.valence,
  }));
  return (
    <svg className={styles.course} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('conversation.contacts_course', { n: contacts.length })}>
      <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} stroke="var(--line)" strokeDasharray="2 3" />
      <path d={points.map(({ x, y }, i) => `${i ? 'L' : 'M'}${x} ${y}`).join('')} fill="none" stroke="var(--ink-3)" strokeWidth="1.5" />
      {points.map((point) => (
        <circle
          key={point.id}
          cx={point.x}
          cy={point.y}
          r={point.id === id ? 6 : 4}
          fill={point.valence < -0.25 ? 'var(--negative)' : point.valence > 0.25 ? 'var(--positive)' : 'var(--ink-3)'}
          stroke={point.id === id ? 'var(--ink)' : 'var(--surface)'}
          strokeWidth="2"
        />
      ))}
    </svg>
  );
}
