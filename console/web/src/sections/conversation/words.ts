import type { Schemas } from '../../api/client';

type Turn = Schemas['turn'];

/** A spoken word, with its place in the text of its turn. */
export interface SpokenWord {
  turn: number;
  start: number;
  end: number;
  startMs: number;
  endMs: number;
}

/** Where each word of a turn stands in its text. Words that the text does not hold, such as redacted ones, are left out. */
export function placed(turn: Turn): SpokenWord[] {
  const found: SpokenWord[] = [];
  let at = 0;
  for (const word of turn.words) {
    const start = turn.text.indexOf(word.text, at);
    // A word far ahead is another one of the same spelling.
    if (start < 0 || start - at > 24) continue;
    at = start + word.text.length;
    found.push({ turn: turn.turn, start, end: at, startMs: word.start_ms, endMs: word.end_ms });
  }
  return found;
}

/** All words in the order in which they begin. */
export function spokenWords(turns: Turn[]): SpokenWord[] {
  return turns.flatMap(placed).sort((a, b) => a.startMs - b.startMs);
}

/** Index of the last one that has begun by then; -1 before the first. */
export function lastBegun<T>(items: readonly T[], ms: number, start: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(items[middle]!) <= ms) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const LINGER_MS = 350;

/** The word that is being said; it lingers for a moment, so that the mark does not flicker between words. */
export function wordAt(words: readonly SpokenWord[], ms: number): SpokenWord | undefined {
  const word = words[lastBegun(words, ms, (one) => one.startMs)];
  return word && ms <= word.endMs + LINGER_MS ? word : undefined;
}

/** When the character of a turn is said: the start of its word, else of the turn. */
export function momentOf(turn: Turn, offset: number): number {
  const word = placed(turn).findLast((one) => one.start <= offset);
  return word?.startMs ?? turn.start_ms;
}

/** Stretches in which nobody speaks, at least that long. */
export function gaps(turns: readonly Turn[], durationMs: number, leastMs: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let heard = 0;
  [...turns]
    .sort((a, b) => a.start_ms - b.start_ms)
    .forEach((turn) => {
      if (turn.start_ms - heard >= leastMs) found.push({ from: heard, to: turn.start_ms });
      heard = Math.max(heard, turn.end_ms);
    });
  if (durationMs - heard >= leastMs) found.push({ from: heard, to: durationMs });
  return found;
}
