import { conversationsAt, type Filters, type Within } from './drill';
import type { Measure } from './measures';

/** In which order the conversations behind a measure are worth reading: those that pull it down first. */
const ORDER: Partial<Record<Measure, string>> = {
  negative_share: 'valence',
  score: 'score',
  satisfaction: 'valence',
  duration_ms: '-duration',
};

/** The search that lists the conversations behind a measure, or behind the part of it that a share counts. */
export function behindMeasure(
  measure: Measure,
  filters: Filters,
  { from, to }: Pick<Within, 'from' | 'to'>,
  negative: string[] = [],
): string {
  const sort = ORDER[measure];
  return measure === 'negative_share' && negative.length > 0 && !filters.emotion
    ? conversationsAt({ ...filters, emotion: negative }, { from, to, sort })
    : conversationsAt(filters, { from, to, sort });
}
