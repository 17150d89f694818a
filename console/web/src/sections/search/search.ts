import type { paths } from '../../api/contract';
import { DEEPEST } from '../../parts/walk';
import { zoneDayStart } from './days';

/** The fields that conversations are narrowed by, in the order of the screen. */
export const FIELDS = ['channel', 'queue', 'agent', 'intent', 'emotion', 'outcome', 'shape', 'language', 'source', 'customer'] as const;
export type Field = (typeof FIELDS)[number];

export const PERIODS = ['today', 'yesterday', '7d', '30d', '90d'] as const;
export type Period = (typeof PERIODS)[number];

const RANGES = ['score_from', 'score_to', 'duration_from', 'duration_to'] as const;
export type RangeEnd = (typeof RANGES)[number];

export const SORTS = [
  'relevance', '-started_at', 'started_at', 'score', '-score', '-duration', 'duration', 'valence', '-valence', 'agent', '-agent',
] as const;
export type Sort = (typeof SORTS)[number];

export const PAGE_SIZE = 25;

/** All that the address of a search says. */
export interface Search {
  q: string;
  /** Whole days up to now; goes before `from` and `to`. */
  period?: Period;
  from?: string;
  to?: string;
  values: Partial<Record<Field, string[]>>;
  ranges: Partial<Record<RangeEnd, number>>;
  sort?: Sort;
  /** The first is 1. */
  page: number;
  /** How many to draw at random; absent for a plain search. */
  sample?: number;
  seed?: number;
}

type Query = NonNullable<paths['/conversations/facets']['get']['parameters']['query']>;

export const EVERYTHING: Search = { q: '', values: {}, ranges: {}, page: 1 };

export function readSearch(params: URLSearchParams): Search {
  const number = (name: string) => {
    const value = params.get(name);
    return value !== null && value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
  };
  const one = <T extends string>(name: string, known: readonly T[]) => known.find((value) => value === params.get(name));
  const values: Search['values'] = {};
  FIELDS.forEach((field) => {
    const chosen = params.getAll(field).filter(Boolean);
    if (chosen.length) values[field] = [...new Set(chosen)];
  });
  const ranges: Search['ranges'] = {};
  RANGES.forEach((end) => {
    const value = number(end);
    if (value !== undefined) ranges[end] = value;
  });
  return {
    q: params.get('q') ?? '',
    period: one('period', PERIODS),
    from: instant(params.get('from')),
    to: instant(params.get('to')),
    values,
    ranges,
    sort: one('sort', SORTS),
    page: Math.max(1, Math.floor(number('page') ?? 1)),
    sample: number('sample'),
    seed: number('seed'),
  };
}

function instant(text: string | null): string | undefined {
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** The part of the address after the question mark, without the mark; the same search always gives the same. */
export function writeSearch(search: Search): string {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') params.set(name, String(value));
  };
  set('q', search.q.trim());
  set('period', search.period);
  if (!search.period) {
    set('from', search.from);
    set('to', search.to);
  }
  FIELDS.forEach((field) => search.values[field]?.forEach((value) => params.append(field, value)));
  RANGES.forEach((end) => set(end, search.ranges[end]));
  set('sort', search.sort);
  if (search.page > 1) set('page', search.page);
  set('sample', search.sample);
  if (search.sample) set('seed', search.seed);
  return params.toString();
}

/** What is narrowed down, as the API takes it. */
export function conditions(search: Search, zone: string, now = new Date()): Query {
  const days = period(search, zone, now);
  return { q: search.q.trim() || undefined, ...days, ...search.values, ...search.ranges } as Query;
}

function period(search: Search, zone: string, now: Date): { from?: string; to?: string } {
  switch (search.period) {
    case undefined:
      return { from: search.from, to: search.to };
    case 'today':
      return { from: zoneDayStart(now, zone, 0) };
    case 'yesterday':
      return { from: zoneDayStart(now, zone, -1), to: zoneDayStart(now, zone, 0) };
    default:
      return { from: zoneDayStart(now, zone, 1 - Number.parseInt(search.period, 10)) };
  }
}

export function sortOf(search: Search): Sort {
  return search.sort ?? (search.q.trim() ? 'relevance' : '-started_at');
}

export function offsetOf(search: Search): number {
  return Math.min(DEEPEST - PAGE_SIZE, (search.page - 1) * PAGE_SIZE);
}

/** The same search with a value taken in, or out where it was in; from the first page on. */
export function toggle(search: Search, field: Field, value: string): Search {
  const before = search.values[field] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const values = { ...search.values, [field]: after };
  if (!after.length) delete values[field];
  return { ...search, values, page: 1 };
}

/** The same search with other limits; undefined takes a limit away. */
export function limited(search: Search, limits: Partial<Record<RangeEnd, number | undefined>>): Search {
  const ranges = { ...search.ranges, ...limits };
  RANGES.forEach((end) => ranges[end] === undefined && delete ranges[end]);
  return { ...search, ranges: ranges as Search['ranges'], page: 1 };
}

/** Whether anything is narrowed down at all. */
export function isNarrowed(search: Search): boolean {
  return Boolean(
    search.q.trim() || search.period || search.from || search.to || Object.keys(search.values).length || Object.keys(search.ranges).length,
  );
}
