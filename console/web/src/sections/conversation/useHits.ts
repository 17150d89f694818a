import { useMemo } from 'react';
import { spansOf, termsOf } from './terms';
import { useMoments, type Turn } from './useConversation';

export interface HitPlace {
  turn: number;
  start: number;
  end: number;
}

/** Where the search that led here found its words: as the search tells, and wherever else its words stand. */
export function useHits(id: string, q: string, turns: Turn[]): HitPlace[] {
  const moments = useMoments(id, q);
  return useMemo(() => {
    const terms = termsOf(q);
    const places = new Map<string, HitPlace>();
    const add = (place: HitPlace) => places.set(`${place.turn} ${place.start}`, place);
    turns.forEach((turn) => spansOf(turn.text, terms).forEach((span) => add({ turn: turn.turn, ...span })));
    moments?.forEach((moment) => {
      moment.spans.forEach((span) => add({ turn: moment.turn, ...span }));
      if (!moment.spans.length) add({ turn: moment.turn, start: 0, end: moment.text.length });
    });
    return [...places.values()].sort((a, b) => a.turn - b.turn || a.start - b.start);
  }, [q, turns, moments]);
}
