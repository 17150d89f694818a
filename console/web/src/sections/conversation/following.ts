import { useEffect } from 'react';
import { highlight } from './highlights';
import type { Player } from './Player';
import type { Turn } from './useConversation';
import { lastBegun, spokenWords, wordAt } from './words';

/** Marks the turn and the word of the moment, and keeps them in sight while that is wanted. */
export function useFollowing(player: Player, turns: Turn[], timed: boolean, list: React.RefObject<HTMLElement | null>, current: React.RefObject<number>) {
  useEffect(() => {
    if (!timed) return;
    const spoken = spokenWords(turns);
    const ordered = [...turns].sort((a, b) => a.start_ms - b.start_ms);
    let lastWord: unknown;
    let lastTurn: number | undefined;
    const stop = player.onMove((ms, jumped) => {
      const word = wordAt(spoken, ms);
      const turn = word?.turn ?? ordered[Math.max(0, lastBegun(ordered, ms + 1, (one) => one.start_ms))]?.turn;
      if (turn !== lastTurn || jumped) {
        lastTurn = turn;
        if (turn !== undefined) show(list.current, turn, player.state.follow || jumped);
        current.current = turn ?? 0;
      }
      if (word !== lastWord) {
        lastWord = word;
        highlight('now', word ? [word] : []);
      }
    });
    return () => {
      stop();
      highlight('now', []);
    };
  }, [player, turns, timed, list, current]);
}

/** Makes a turn the current one. */
export function show(list: HTMLElement | null, turn: number, scroll: boolean) {
  list?.querySelector('[aria-current]')?.removeAttribute('aria-current');
  const row = document.getElementById(`turn-${turn}`);
  row?.setAttribute('aria-current', 'true');
  if (!row || !scroll) return;
  const scroller = row.closest<HTMLElement>('[data-scroller]') ?? document.documentElement;
  const [outer, inner] = [scroller.getBoundingClientRect(), row.getBoundingClientRect()];
  if (inner.top < outer.top + 8 || inner.bottom > outer.bottom - 60) row.scrollIntoView({ block: 'center' });
}
