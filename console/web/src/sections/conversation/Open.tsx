import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useText } from '../../i18n/text';
import { conversationAddress, walkOf } from '../../parts/walk';
import { show } from './following';
import { highlight } from './highlights';
import styles from './Page.module.css';
import { Panel, type Evidence, type Tab } from './Panel';
import { sceneOf } from './scene';
import { Timeline } from './Timeline';
import { Title } from './Title';
import { Transcript } from './Transcript';
import { Transport } from './Transport';
import { useAddress } from './useAddress';
import { useComments, useOriginal, usePeaks, type Comment, type Conversation, type Turn } from './useConversation';
import { useConversationKeys } from './useConversationKeys';
import { useHits, type HitPlace } from './useHits';
import { usePlayback } from './usePlayback';
import { momentOf } from './words';

const NO_COMMENTS: Comment[] = [];

/** A conversation, open: hear it, read it, see why. */
export function Open({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { message } = App.useApp();
  const location = useLocation();
  const [params] = useSearchParams();
  const [tab, setTab] = useState<Tab>('summary');
  const [revealed, setRevealed] = useState(false);
  const current = useRef(0);
  const q = params.get('q') ?? '';
  const walk = walkOf(location);

  const original = useOriginal(conversation.id, revealed).data;
  const turns = revealed && original ? original : conversation.turns;
  const shown = useMemo(() => ({ ...conversation, turns }), [conversation, turns]);
  const peaks = usePeaks(conversation.id, conversation.audio).data;
  const scene = useMemo(() => sceneOf(shown, peaks), [shown, peaks]);
  const player = usePlayback(conversation, scene.durationMs, revealed);
  const comments = useComments(conversation.id).data ?? NO_COMMENTS;
  const hits = useHits(conversation.id, q, turns);

  const goToTurn = (turn: Turn, offset = 0) => {
    current.current = turn.turn;
    if (conversation.timed) player.seek(offset ? momentOf(turn, offset) : turn.start_ms);
    show(document.querySelector('ol'), turn.turn, true);
  };
  const goTo = (place: Evidence | HitPlace) => {
    const turn = turns.find((one) => one.turn === place.turn);
    if (!turn) return;
    goToTurn(turn, place.start);
    highlight('evidence', [place]);
  };
  const copyLink = (turn: Turn) => {
    const at = conversation.timed ? { ms: turn.start_ms } : { turn: turn.turn };
    navigator.clipboard
      .writeText(window.location.origin + conversationAddress(conversation.id, at))
      .then(() => message.success(t('conversation.copied')))
      .catch(() => message.error(t('conversation.not_copied')));
  };
  const comment = () => {
    setTab('comments');
    requestAnimationFrame(() => document.getElementById('comment')?.focus());
  };

  useAddress(player, conversation.timed);
  useArrival(conversation, params, player, goToTurn);
  useConversationKeys({ id: conversation.id, q, player, turns, timed: conversation.timed, hits, walk, current, goToTurn, goToHit: goTo, comment });

  return (
    <div className={styles.page}>
      <Title conversation={conversation} walk={walk} q={q} hits={hits} revealed={revealed} reveal={setRevealed} />
      {revealed && (
        <p className={styles.revealed} role="status">
          {t('conversation.revealed')}
        </p>
      )}
      {conversation.timed && conversation.channel === 'call' && (
        <>
          <Timeline
            player={player}
            scene={scene}
            comments={comments}
            openComment={(one) => {
              setTab('comments');
              player.seek(one.start_ms);
            }}
          />
          <Transport player={player} durationMs={scene.durationMs} />
        </>
      )}
      <div className={styles.columns}>
        <div className={styles.reading} data-scroller tabIndex={-1}>
          <Transcript conversation={conversation} turns={turns} player={player} hits={hits} copyLink={copyLink} current={current} />
        </div>
        <aside className={styles.panel} aria-label={t('conversation.panel')}>
          <Panel conversation={shown} player={player} comments={comments} current={current} goTo={goTo} tab={tab} setTab={setTab} />
        </aside>
      </div>
    </div>
  );
}

/** Goes to the moment or the turn of the address, once; and again when the address names another one. */
function useArrival(conversation: Conversation, params: URLSearchParams, player: ReturnType<typeof usePlayback>, goToTurn: (turn: Turn) => void) {
  const ms = params.has('t') ? Number(params.get('t')) * 1000 : undefined;
  const at = params.get('turn');
  useEffect(() => {
    if (ms !== undefined && Number.isFinite(ms) && conversation.timed) return player.seek(ms);
    const turn = at !== null && conversation.turns.find((one) => one.turn === Number(at));
    if (turn) goToTurn(turn);
    // Only the address decides; the way there is made anew at each rendering.
  }, [conversation, player, ms, at]);
}
