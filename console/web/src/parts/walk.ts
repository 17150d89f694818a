import type { Location } from 'react-router';
import type { paths } from '../api/contract';

type ListQuery = NonNullable<paths['/conversations']['get']['parameters']['query']>;

/** How deep a list can be paged through. */
export const DEEPEST = 9900;

/** The list that a conversation was opened from, so that one can go on to the next without going back. */
export interface Walk {
  ids: string[];
  /** The address of the list. */
  back: string;
  /** A sample to review: N and P go from conversation to conversation. */
  review: boolean;
  /** The page that these are; absent where they are all there is. */
  page?: { query: ListQuery; offset: number; limit: number; total: number };
}

export function walkOf(location: Pick<Location, 'state'>): Walk | undefined {
  const walk = (location.state as { walk?: Walk } | null)?.walk;
  return Array.isArray(walk?.ids) ? walk : undefined;
}

/** Which one of how many in the whole list this is, counted from 1; undefined where it is not in it. */
export function placeOf(walk: Walk | undefined, id: string): { at: number; of: number } | undefined {
  const at = walk?.ids.indexOf(id) ?? -1;
  if (at < 0) return undefined;
  const { page, ids } = walk!;
  return page ? { at: page.offset + at + 1, of: Math.min(page.total, DEEPEST) } : { at: at + 1, of: ids.length };
}

/** The conversation that comes so many after this one on the same page; undefined beyond its ends. */
export function neighbour(walk: Walk, id: string, step: number): string | undefined {
  const at = walk.ids.indexOf(id);
  return at < 0 ? undefined : walk.ids[at + step];
}

/** The walk over another page of the same list. */
export function turned(walk: Walk, offset: number, ids: string[], total: number): Walk {
  const [address = '', search] = walk.back.split('?');
  const params = new URLSearchParams(search);
  params.set('page', String(offset / walk.page!.limit + 1));
  if (offset === 0) params.delete('page');
  return { ...walk, ids, back: `${address}?${params}`, page: { ...walk.page!, offset, total } };
}

/** The address of a conversation, at a moment or (where there are no times) a turn. */
export function conversationAddress(id: string, at: { ms?: number; turn?: number; q?: string } = {}): string {
  const params = new URLSearchParams();
  if (at.ms !== undefined) params.set('t', String(Math.round(at.ms / 100) / 10));
  else if (at.turn !== undefined) params.set('turn', String(at.turn));
  if (at.q?.trim()) params.set('q', at.q.trim());
  const text = params.toString();
  return `/c/${id}${text && `?${text}`}`;
}
