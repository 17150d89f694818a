import type { Schemas } from '../api/client';

/** The conditions of a search that figures can be narrowed by; their names are those of the API. */
export const FIELDS = [
  'channel',
  'source',
  'agent',
  'customer',
  'queue',
  'language',
  'emotion',
  'intent',
  'outcome',
  'shape',
] as const;
export type Field = (typeof FIELDS)[number];

/** Conditions beside the period: the query and the values of fields. */
export interface Filters extends Partial<Record<Exclude<Field, 'outcome' | 'shape'>, string[]>> {
  q?: string;
  outcome?: Schemas['summary']['outcome'][];
  shape?: Shape[];
}

type Shape = 'steady' | 'recovery' | 'escalation' | 'displeased' | 'brightening';

/** The conditions in an address. */
export function filtersOf(address: URLSearchParams): Filters {
  const filters: Filters = {};
  const q = address.get('q');
  if (q) {
    filters.q = q;
  }
  for (const field of FIELDS) {
    const values = address.getAll(field).filter((value) => value !== '');
    if (values.length > 0) {
      filters[field] = values as never;
    }
  }
  return filters;
}

/** A span of time and an order, in which conversations are listed. */
export interface Within {
  readonly from?: Date | string;
  readonly to?: Date | string;
  readonly sort?: string;
}

const instant = (time: Date | string) => new Date(time).toISOString().replace('.000Z', 'Z');

/** The address of the search that shows the conversations behind a figure. */
export function conversationsAt(filters: Filters, within: Within = {}): string {
  const address = new URLSearchParams();
  if (filters.q) {
    address.set('q', filters.q);
  }
  if (within.from) {
    address.set('from', instant(within.from));
  }
  if (within.to) {
    address.set('to', instant(within.to));
  }
  for (const field of FIELDS) {
    filters[field]?.forEach((value) => address.append(field, value));
  }
  if (within.sort) {
    address.set('sort', within.sort);
  }
  return `/search?${address}`;
}

/** The same conditions with one field held to one value. */
export function narrowed(filters: Filters, field: Field, value: string): Filters {
  return { ...filters, [field]: [value] };
}
