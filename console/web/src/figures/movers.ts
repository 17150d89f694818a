import type { components } from '../api/contract';
import type { Field } from './drill';
import { type Change, changeOf, countOf, FEW, type Figures, type Measure } from './measures';

type Row = components['schemas']['breakdown_row'];

/** One thing that is not as it was. */
export interface Mover {
  readonly field: Field;
  readonly value: string;
  readonly measure: Measure;
  readonly now: Figures;
  readonly before: Figures;
  readonly change: Change;
  /** How far beyond chance, in standard deviations; negative when the measure fell. */
  readonly surprise: number;
}

/** What moves are looked for: a volume and shares, whose chance variation is known from the counts alone. */
const WATCHED: readonly Measure[] = [
  'conversations',
  'negative_share',
  'solved_share',
  'escalation_share',
];

/** Moves smaller than this happen by chance too often to be worth a morning's attention. */
const NOTABLE = 2.6;

function countSurprise(now: number, then: number): number {
  return now + then === 0 ? 0 : (now - then) / Math.sqrt(now + then);
}

function shareSurprise(measure: Measure, now: Figures, then: Figures): number {
  const [p, q] = [now[measure], then[measure]];
  const [n, m] = [countOf(measure, now), countOf(measure, then)];
  if (p === null || q === null || Math.min(n, m) < FEW) {
    return 0;
  }
  const pooled = (p * n + q * m) / (n + m);
  const variance = pooled * (1 - pooled) * (1 / n + 1 / m);
  return variance === 0 ? 0 : (p - q) / Math.sqrt(variance);
}

function surpriseOf(measure: Measure, now: Figures, then: Figures): number {
  return measure === 'conversations'
    ? countSurprise(now.conversations, then.conversations)
    : shareSurprise(measure, now, then);
}

/** What changed most among the rows of several fields, most surprising first, each value once. */
export function movers(rows: Partial<Record<Field, readonly Row[]>>, most: number): Mover[] {
  const found = (Object.entries(rows) as [Field, readonly Row[] | undefined][]).flatMap(([field, list = []]) =>
    list.flatMap((row) => WATCHED.map((measure) => moverOf(field, row, measure))),
  );
  const seen = new Set<string>();
  return found
    .filter(({ surprise }) => Math.abs(surprise) >= NOTABLE)
    .sort((a, b) => Math.abs(b.surprise) - Math.abs(a.surprise))
    .filter(({ field, value }) => {
      const key = `${field}\n${value}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, most);
}

function moverOf(field: Field, { value, now, before }: Row, measure: Measure): Mover {
  const change = changeOf(measure, now, before);
  return { field, value, measure, now, before, change, surprise: surpriseOf(measure, now, before) };
}
