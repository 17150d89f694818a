import { ArrowLeftOutlined, EyeInvisibleOutlined, EyeOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useNavigate } from 'react-router';
import { useIntentTitle } from '../../api/labels';
import { useMay } from '../../api/session';
import { clock, useFormats } from '../../i18n/formats';
import { useText } from '../../i18n/text';
import { Feeling } from '../../parts/Feeling';
import { Tag } from '../../parts/Tag';
import { scoreTone } from '../../parts/tone';
import { useStep } from '../../parts/useStep';
import type { Walk } from '../../parts/walk';
import styles from './Page.module.css';
import type { Conversation } from './useConversation';
import type { HitPlace } from './useHits';

interface Props {
  conversation: Conversation;
  walk?: Walk;
  q: string;
  hits: HitPlace[];
  revealed: boolean;
  reveal: (on: boolean) => void;
}

/** Which conversation it is, in one line, and the ways out of it. */
export function Title({ conversation: c, walk, q, hits, revealed, reveal }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const intent = useIntentTitle();
  const { dateTime, number } = useFormats();
  return (
    <header className={styles.title}>
      <Tooltip title={t('conversation.back')}>
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('conversation.back')} onClick={() => void navigate(walk?.back ?? '/search')} />
      </Tooltip>
      <div className={styles.what}>
        <h1>{c.intents[0] ? intent(c.intents[0].name) : t(`channels.${c.channel}`)}</h1>
        <p>
          <time dateTime={c.started_at}>{dateTime(c.started_at)}</time>
          {c.channel === 'call' && <span>{clock(c.duration_ms)}</span>}
          {c.agent && <span>{c.agent}</span>}
          {c.queue && <span>{c.queue}</span>}
        </p>
      </div>
      <div className={styles.marks}>
        <Feeling name={c.emotion.label} />
        <Tag tone={c.facts.resolution.outcome === 'unsolved' ? 'negative' : 'plain'}>{t(`outcomes.${c.facts.resolution.outcome}`)}</Tag>
        <Tag tone={scoreTone(c.score)}>{t('conversation.score', { score: number(c.score) })}</Tag>
        {q && hits.length > 0 && <Tag>{t('conversation.hits', { n: hits.length })}</Tag>}
      </div>
      <Reveal conversation={c} revealed={revealed} reveal={reveal} />
      {walk && <Steps id={c.id} walk={walk} q={q} />}
    </header>
  );
}

function Steps({ id, walk, q }: { id: string; walk: Walk; q: string }) {
  const t = useText();
  const { place, can, go } = useStep(walk, id, q);
  if (!place) return null;
  const step = (by: 1 | -1, icon: React.ReactNode, name: string) => (
    <Button type="text" size="small" icon={icon} disabled={!can(by)} aria-label={t(name)} onClick={() => go(by)} />
  );
  return (
    <div className={styles.steps}>
      {step(-1, <LeftOutlined />, 'conversation.keys.previous_conversation')}
      <span className="number quiet">{t('conversation.step', place)}</span>
      {step(1, <RightOutlined />, 'conversation.keys.next_conversation')}
    </div>
  );
}

/** What was redacted is shown only when asked for, and asking is noted. */
function Reveal({ conversation: c, revealed, reveal }: Pick<Props, 'conversation' | 'revealed' | 'reveal'>) {
  const t = useText();
  const may = useMay();
  const { modal } = App.useApp();
  if (!c.redacted || !c.original_kept || !may('reveal')) return null;
  const ask = () =>
    void modal.confirm({
      title: t('conversation.reveal_title'),
      content: t('conversation.reveal_text'),
      okText: t('conversation.reveal'),
      onOk: () => reveal(true),
    });
  const text = t(revealed ? 'conversation.hide' : 'conversation.reveal');
  return (
    <Button size="small" icon={revealed ? <EyeInvisibleOutlined /> : <EyeOutlined />} onClick={() => (revealed ? reveal(false) : ask())}>
      {text}
    </Button>
  );
}
