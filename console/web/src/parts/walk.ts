import type { Location } from 'react-router';

/** The list that a conversation was opened from, so that one can go on to the next without going back. */
export interface Walk {
  ids: string[];
  /** The address of the list. */
  back: string;
  /** A sample to review: N and P go from conversation to conversation. */
  review: boolean;
}

export function walkOf(location: Pick<Location, 'state'>): Walk | undefined {
  const walk = (location.state as { walk?: Walk } | null)?.walk;
  return Array.isArray(walk?.ids) ? walk : undefined;
}

/** The conversation that comes so many after this one in the list; undefined beyond its ends. */
export function neighbour(walk: Walk | undefined, id: string, step: number): string | undefined {
  const at = walk?.ids.indexOf(id) ?? -1;
  return at < 0 ? undefined : walk!.ids[at + step];
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
