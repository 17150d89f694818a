import type { components } from '../api/contract';

export type Figures = components['schemas']['figures'];

/** What is measured, in the order in which it is shown. */
export const MEASURES = [
  'conversations',
  'negative_share',
  'score',
  'satisfaction',
  'duration_ms',
  'first_response_ms',
  'solved_share',
  'escalation_share',
] as const;
export type Measure = (typeof MEASURES)[number];

type Kind = 'count' | 'share' | 'points' | 'stars' | 'length';

const KINDS: Record<Measure, Kind> = {
  conversations: 'count',
  negative_share: 'share',
  score: 'points',
  satisfaction: 'stars',
  duration_ms: 'length',
  first_response_ms: 'length',
  solved_share: 'share',
  escalation_share: 'share',
};

/** Which way is better; more conversations or longer ones are neither. */
const BETTER: Partial<Record<Measure, 1 | -1>> = {
  negative_share: -1,
  score: 1,
  satisfaction: 1,
  first_response_ms: -1,
  solved_share: 1,
  escalation_share: -1,
};

/** With fewer conversations behind a figure it is marked as uncertain. */
export const FEW = 20;

export function isMeasure(text: string | null): text is Measure {
  return MEASURES.some((measure) => measure === text);
}

export function kindOf(measure: Measure): Kind {
  return KINDS[measure];
}

/** Measures that are not known of every conversation, by the count of those of which they are. */
const COUNTS: Partial<Record<Measure, 'timed' | 'answered' | 'judged'>> = {
  duration_ms: 'timed',
  first_response_ms: 'answered',
  solved_share: 'judged',
};

/** How many conversations are behind a measure. */
export function countOf(measure: Measure, figures: Figures): number {
  return figures[COUNTS[measure] ?? 'conversations'];
}

/** Whether so few conversations are behind a figure that chance could have made it. */
export function isFew(figures: Figures, measure: Measure = 'conversations'): boolean {
  return countOf(measure, figures) < FEW;
}

/** A length as `4:07`, from an hour on as `1:04:07`. */
export function clockLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

/** A figure as people read it; a dash where there is none. */
export function figureText(measure: Measure, value: number | null, language: string): string {
  if (value === null || Number.isNaN(value)) {
    return '–';
  }
  switch (KINDS[measure]) {
    case 'count':
      return number(value, 0, language);
    case 'share':
      return new Intl.NumberFormat(language, {
        style: 'percent',
        maximumFractionDigits: 1,
        minimumFractionDigits: 1,
      }).format(value);
    case 'points':
      return number(value, 1, language);
    case 'stars':
      return number(value, 2, language);
    case 'length':
      return clockLength(value);
  }
}

/** How a figure moved. */
export interface Change {
  /** `none` when it can't be told. */
  readonly direction: 'up' | 'down' | 'same' | 'none';
  readonly judgement: 'better' | 'worse' | 'neither';
  /** The size without a sign: of shares in percentage points, of counts and lengths in percent. */
  readonly size: number;
  readonly unit: 'percent' | 'percentage_points' | 'points' | 'stars';
  /** Whether few conversations are behind one of the two sides. */
  readonly few: boolean;
}

const UNITS: Record<Kind, Change['unit']> = {
  count: 'percent',
  length: 'percent',
  share: 'percentage_points',
  points: 'points',
  stars: 'stars',
};

function difference(kind: Kind, now: number, then: number): number {
  switch (kind) {
    case 'count':
    case 'length':
      return then === 0 ? Number.NaN : (100 * (now - then)) / then;
    case 'share':
      return 100 * (now - then);
    case 'points':
    case 'stars':
      return now - then;
  }
}

/** How a measure changed from one period to another. */
export function changeOf(measure: Measure, now: Figures, then: Figures): Change {
  const kind = KINDS[measure];
  const [after, earlier] = [now[measure], then[measure]];
  const moved = after === null || earlier === null ? Number.NaN : difference(kind, after, earlier);
  const size = rounded(Math.abs(moved), UNITS[kind]);
  const few = isFew(now, measure) || isFew(then, measure);
  const unit = UNITS[kind];
  if (Number.isNaN(moved)) {
    return { direction: 'none', judgement: 'neither', size: 0, unit, few };
  }
  if (size === 0) {
    return { direction: 'same', judgement: 'neither', size, unit, few };
  }
  const better = BETTER[measure];
  const judgement = better === undefined ? 'neither' : moved * better > 0 ? 'better' : 'worse';
  return { direction: moved > 0 ? 'up' : 'down', judgement, size, unit, few };
}

function digits(unit: Change['unit']): number {
  return unit === 'percent' ? 0 : unit === 'stars' ? 2 : 1;
}

function rounded(value: number, unit: Change['unit']): number {
  const scale = 10 ** digits(unit);
  return Math.round(value * scale) / scale;
}

/** The size of a change as a number; its unit belongs to the message around it. */
export function sizeText(change: Change, language: string): string {
  return number(change.size, digits(change.unit), language);
}

function number(value: number, fraction: number, language: string): string {
  return new Intl.NumberFormat(language, {
    maximumFractionDigits: fraction,
    minimumFractionDigits: fraction,
  }).format(value);
}

/** The mean over several groups, each weighing as many conversations as are behind it. */
export function together(measure: Measure, all: readonly Figures[]): number | null {
  if (measure === 'conversations') {
    return all.reduce((sum, figures) => sum + figures.conversations, 0);
  }
  let sum = 0;
  let weight = 0;
  for (const figures of all) {
    const value = figures[measure];
    const count = countOf(measure, figures);
    if (value !== null) {
      sum += value * count;
      weight += count;
    }
  }
  return weight === 0 ? null : sum / weight;
}
