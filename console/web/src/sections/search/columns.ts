import type { Sort } from './search';

export interface Column {
  key: string;
  /** The API's name to sort by. */
  sort?: 'started_at' | 'score' | 'duration' | 'valence' | 'agent';
  /** Which way a first click sorts. */
  first?: 'up' | 'down';
  number?: boolean;
}

/** All columns there are; `started_at` always stands first, as it is the way in. */
export const COLUMNS: Column[] = [
  { key: 'started_at', sort: 'started_at', first: 'down' },
  { key: 'agent', sort: 'agent', first: 'up' },
  { key: 'queue' },
  { key: 'customer' },
  { key: 'intent' },
  { key: 'emotion', sort: 'valence', first: 'up' },
  { key: 'shape' },
  { key: 'outcome' },
  { key: 'score', sort: 'score', first: 'up', number: true },
  { key: 'duration', sort: 'duration', first: 'down', number: true },
  { key: 'turns', number: true },
  { key: 'language' },
  { key: 'source' },
];

const USUAL = ['started_at', 'agent', 'queue', 'intent', 'emotion', 'outcome', 'score', 'duration'];

/** The columns that were chosen, in the order in which all of them stand. */
export function chosenColumns(chosen: string[] | undefined): Column[] {
  const wanted = new Set(['started_at', ...(chosen?.length ? chosen : USUAL)]);
  return COLUMNS.filter((column) => wanted.has(column.key));
}

/** What a click on a column's head sorts by. */
export function nextSort(column: Column, now: Sort): Sort {
  const up = column.sort as Sort;
  const down = `-${column.sort}` as Sort;
  if (now === up) return down;
  if (now === down) return up;
  return column.first === 'down' ? down : up;
}
