import type { ReactNode } from 'react';
import { clock } from '../../i18n/formats';
import { highlight } from './highlights';
import styles from './Panel.module.css';
import type { Evidence } from './Panel';
import type { Conversation } from './useConversation';

/** Words that were said, as the way to the place where they were. */
export function Quote({ conversation, of, goTo, children }: { conversation: Conversation; of: Evidence; goTo: (evidence: Evidence) => void; children?: ReactNode }) {
  const turn = conversation.turns.find((one) => one.turn === of.turn);
  if (!turn) return null;
  const words = turn.text.slice(of.start, of.end).trim() || turn.text;
  return (
    <button
      type="button"
      className={styles.quote}
      onClick={() => goTo(of)}
      onMouseEnter={() => highlight('evidence', [of])}
      onMouseLeave={() => highlight('evidence', [])}
    >
      {conversation.timed && <span className={styles.when}>{clock(turn.start_ms)}</span>}
      <q dir="auto">{words}</q>
      {children}
    </button>
  );
}
