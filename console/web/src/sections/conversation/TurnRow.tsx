import { LockOutlined } from '@ant-design/icons';
import { memo, type ReactNode } from 'react';
import { spelled } from '../../api/labels';
import { clock, useFormats } from '../../i18n/formats';
import { useMaybeText, useText } from '../../i18n/text';
import { Face } from '../../parts/Feeling';
import { Tag } from '../../parts/Tag';
import { show } from './following';
import { highlight } from './highlights';
import type { Note } from './notes';
import type { Player } from './Player';
import styles from './Transcript.module.css';
import type { Turn } from './useConversation';
import { placed } from './words';

export interface Margin extends Note {
  text: string;
  tone: 'negative' | 'positive' | 'accent' | 'caution' | 'plain';
  valence?: number;
}

interface Props {
  turn: Turn;
  timed: boolean;
  call: boolean;
  /** How sure it is who speaks, over the whole conversation. */
  speakers: number;
  margins?: Margin[];
  player: Player;
  copyLink: (turn: Turn) => void;
  current: React.RefObject<number>;
}

/** One turn: when, who, what, and in the margin what was found in it. */
export const TurnRow = memo(function TurnRow({ turn, timed, call, speakers, margins, player, copyLink, current }: Props) {
  const t = useText();
  const { percent } = useFormats();
  const at = timed ? clock(turn.start_ms) : String(turn.turn + 1);
  const go = () => {
    if (timed) return player.seek(turn.start_ms);
    current.current = turn.turn;
    show(document.getElementById(`turn-${turn.turn}`)?.parentElement ?? null, turn.turn, false);
  };
  return (
    <li id={`turn-${turn.turn}`} data-turn={turn.turn} data-speaker={turn.speaker} className={styles.turn}>
      <button type="button" className={styles.at} aria-label={t('conversation.go_to', { at })} onClick={go}>
        {at}
      </button>
      <div className={styles.body}>
        <span className={styles.speaker}>
          {t(`speakers.${turn.speaker}`)}
          {isDoubtful(turn, speakers) && (
            <span className={styles.unsure} title={t('conversation.sure', { percent: percent(turn.speaker_confidence) })}>
              {t('conversation.speaker_doubtful')}
            </span>
          )}
        </span>
        <p data-text dir="auto" lang={turn.language}>
          {pieces(turn, call)}
        </p>
        {margins && (
          <span className={styles.margins}>
            {margins.map((margin) => (
              <span
                key={`${margin.kind} ${margin.name} ${margin.start}`}
                onMouseEnter={() => highlight('evidence', [margin])}
                onMouseLeave={() => highlight('evidence', [])}
              >
                <Tag tone={margin.tone} title={t('conversation.sure', { percent: percent(margin.confidence) })}>
                  {margin.valence !== undefined && <Face valence={margin.valence} size={12} />}
                  {margin.text}
                </Tag>
              </span>
            ))}
          </span>
        )}
      </div>
      <button type="button" className={styles.copy} aria-label={t('conversation.copy_turn', { at })} title={t('conversation.copy_link')} onClick={() => copyLink(turn)}>
        {'#'}
      </button>
    </li>
  );
});

const DOUBTFUL = 0.6;
// What is doubtful of all turns alike stands in the details; a mark on each would say nothing.
const DOUBTFUL_SHARE = 0.8;

function isDoubtful(turn: Turn, speakers: number): boolean {
  return (turn.speaker === 'agent' || turn.speaker === 'customer') && turn.speaker_confidence < DOUBTFUL_SHARE * speakers;
}

/** The text with its redactions as pills and its doubtful words underlined; everything else stays plain text. */
function pieces(turn: Turn, call: boolean): ReactNode[] {
  const redactions = (turn.redactions ?? []).map((redaction) => ({ ...redaction, node: <Redacted key={`r${redaction.start}`} type={redaction.type} length={redaction.end - redaction.start} /> }));
  const words = call ? placed(turn) : [];
  const confidence = new Map(turn.words.map((word) => [word.start_ms, word]));
  const doubtful = words
    .filter(({ startMs, start }) => confidence.get(startMs)!.confidence < DOUBTFUL && !redactions.some((one) => start >= one.start && start < one.end))
    .map(({ start, end, startMs }) => ({
      start,
      end,
      node: <Doubtful key={`d${start}`} text={turn.text.slice(start, end)} confidence={confidence.get(startMs)!.confidence} alternatives={confidence.get(startMs)!.alternatives ?? []} />,
    }));
  const found: ReactNode[] = [];
  let at = 0;
  [...redactions, ...doubtful]
    .sort((a, b) => a.start - b.start)
    .forEach(({ start, end, node }) => {
      if (start < at) return;
      if (start > at) found.push(turn.text.slice(at, start));
      found.push(node);
      at = end;
    });
  if (at < turn.text.length) found.push(turn.text.slice(at));
  return found;
}

function Redacted({ type, length }: { type: string; length: number }) {
  const t = useText();
  const maybe = useMaybeText();
  return (
    <span className={styles.redacted} data-length={length} title={t('conversation.redacted')}>
      <LockOutlined />
      {maybe(`redactions.${type}`) || spelled(type)}
    </span>
  );
}

function Doubtful({ text, confidence, alternatives }: { text: string; confidence: number; alternatives: string[] }) {
  const t = useText();
  const { percent, list } = useFormats();
  const sure = t('conversation.sure', { percent: percent(confidence) });
  const title = alternatives.length ? `${sure}\n${t('conversation.or', { words: list(alternatives) })}` : sure;
  return (
    <span className={styles.doubtful} title={title}>
      {text}
    </span>
  );
}
