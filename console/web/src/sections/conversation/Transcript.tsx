import { useEffect, useMemo, useRef, type MouseEvent } from 'react';
import { useText } from '../../i18n/text';
import { Empty } from '../../parts/Empty';
import { useFollowing } from './following';
import { highlight, offsetAt } from './highlights';
import { notesOf } from './notes';
import type { Player } from './Player';
import styles from './Transcript.module.css';
import { TurnRow, type Margin } from './TurnRow';
import type { Conversation, Turn } from './useConversation';
import { useNoteWords } from './useNoteWords';
import { momentOf } from './words';

interface Props {
  conversation: Conversation;
  turns: Turn[];
  player: Player;
  hits: { turn: number; start: number; end: number }[];
  copyLink: (turn: Turn) => void;
  current: React.RefObject<number>;
}

/** What was said, marked as it is heard. The marks are drawn by hand: nothing is rendered again while it plays. */
export function Transcript({ conversation, turns, player, hits, copyLink, current }: Props) {
  const t = useText();
  const { words, tone, valence } = useNoteWords();
  const signature = conversation.intents.map(({ name }) => words({ kind: 'intent', name })).join() + words({ kind: 'emotion', name: 'anger' });
  const list = useRef<HTMLOListElement>(null);
  const margins = useMemo(() => {
    const found = new Map<number, Margin[]>();
    notesOf(conversation).forEach((notes, turn) =>
      found.set(
        turn,
        notes.map((note) => ({ ...note, text: words(note), tone: tone(note), valence: note.kind === 'emotion' ? valence(note.name) : undefined })),
      ),
    );
    return found;
    // The words change with the language, and when the titles have come.
  }, [conversation, signature]);

  useFollowing(player, turns, conversation.timed, list, current);
  useEffect(() => {
    highlight('hits', hits);
    return () => highlight('hits', []);
  }, [hits, turns]);

  const seekTo = (event: MouseEvent) => {
    if (!conversation.timed || !getSelection()?.isCollapsed) return;
    const place = offsetAt(event.clientX, event.clientY);
    const turn = place && turns.find((one) => one.turn === place.turn);
    if (turn) player.seek(momentOf(turn, place.offset));
  };

  if (!turns.length) return <Empty title={t('conversation.silent')} />;
  return (
    <ol ref={list} className={styles.transcript} onClick={seekTo} aria-label={t('conversation.transcript')}>
      {turns.map((turn) => (
        <TurnRow key={turn.turn} turn={turn} timed={conversation.timed} call={conversation.channel === 'call'} speakers={conversation.speaker_confidence} margins={margins.get(turn.turn)} player={player} copyLink={copyLink} current={current} />
      ))}
    </ol>
  );
}
