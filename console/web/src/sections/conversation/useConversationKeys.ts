import { useNavigate } from 'react-router';
import { useKeys } from '../../keys/keys';
import { useStep } from '../../parts/useStep';
import type { Walk } from '../../parts/walk';
import type { Player } from './Player';
import type { Turn } from './useConversation';
import type { HitPlace } from './useHits';

interface Screen {
  id: string;
  q: string;
  player: Player;
  turns: Turn[];
  timed: boolean;
  hits: HitPlace[];
  walk?: Walk;
  current: React.RefObject<number>;
  goToTurn: (turn: Turn) => void;
  goToHit: (hit: HitPlace) => void;
  comment: () => void;
}

/** The keys of the conversation screen; players everywhere have taught them. */
export function useConversationKeys({ id, q, player, turns, hits, walk, current, goToTurn, goToHit, comment }: Screen) {
  const navigate = useNavigate();
  const turnStep = (by: number) => {
    const at = turns.findIndex((turn) => turn.turn === current.current);
    const next = turns[Math.max(0, Math.min(turns.length - 1, at + by))];
    if (next) goToTurn(next);
  };
  const { go: conversationStep } = useStep(walk, id, q);
  const hitStep = (by: 1 | -1) => {
    const turn = current.current;
    const next = by > 0 ? hits.find((hit) => hit.turn > turn) : hits.findLast((hit) => hit.turn < turn);
    if (next) goToHit(next);
  };
  // In a review one goes on to the next conversation; in a search to the next place that it found.
  const step = (by: 1 | -1) => (walk?.review || !hits.length ? conversationStep(by) : hitStep(by));
  const seek = (ms: number) => () => player.seek(player.now + ms);

  useKeys('conversation.title', [
    { keys: ['Space', 'k'], text: 'conversation.keys.play', run: () => player.toggle() },
    { keys: ['j', 'ArrowLeft'], text: 'conversation.keys.back', run: seek(-5000) },
    { keys: ['l', 'ArrowRight'], text: 'conversation.keys.on', run: seek(5000) },
    { keys: 'Shift+ArrowLeft', text: 'conversation.keys.back1', run: seek(-1000) },
    { keys: 'Shift+ArrowRight', text: 'conversation.keys.on1', run: seek(1000) },
    { keys: 'ArrowUp', text: 'conversation.keys.up', run: () => turnStep(-1) },
    { keys: 'ArrowDown', text: 'conversation.keys.down', run: () => turnStep(1) },
    { keys: '[', text: 'conversation.keys.slower', run: () => player.faster(-1) },
    { keys: ']', text: 'conversation.keys.faster', run: () => player.faster(1) },
    { keys: '0', text: 'conversation.keys.start', run: () => player.seek(0) },
    { keys: ['m', 'c'], text: 'conversation.keys.comment', run: comment },
    { keys: 'n', text: 'conversation.keys.next', run: () => step(1) },
    { keys: 'p', text: 'conversation.keys.previous', run: () => step(-1) },
    { keys: 'Shift+n', text: 'conversation.keys.next_conversation', run: () => conversationStep(1) },
    { keys: 'Shift+p', text: 'conversation.keys.previous_conversation', run: () => conversationStep(-1) },
    {
      keys: 'Escape',
      text: 'conversation.keys.escape',
      run: () => {
        const focused = document.activeElement as HTMLElement | null;
        // Whoever is writing a comment does not want to lose it.
        if (focused?.closest('form')) focused.blur();
        else if (player.state.region) player.set({ region: undefined, loop: false });
        else void navigate(walk?.back ?? '/search');
      },
    },
  ]);
}
