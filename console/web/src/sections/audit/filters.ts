import type { Schemas } from '../../api/client';
import { isDay, plusDays, startOf } from '../../figures/zone';

export const ACTIONS = [
  'alarm', 'denied', 'reveal', 'export', 'download', 'listen', 'open', 'search', 'review', 'comment', 'upload', 'retry',
  'sign_in', 'sign_in_failed', 'sign_out', 'password_changed', 'user_changed', 'team_changed', 'token_changed', 'webhook_changed',
  'settings_shown',
] as const satisfies readonly Schemas['audit_action'][];

export const PAGE = 50;

/** The server pages no further. */
const LAST_OFFSET = 9900;

/** What the address asks of the audit log, as the API takes it. Days are those of the zone. */
export function auditQuery(address: URLSearchParams, zone: string) {
  const first = address.get('first');
  const last = address.get('last');
  const page = Math.max(1, Math.floor(Number(address.get('page'))) || 1);
  return {
    user: address.get('user')?.trim() || undefined,
    action: ACTIONS.find((action) => action === address.get('action')),
    conversation: address.get('conversation')?.trim() || undefined,
    from: isDay(first) ? startOf(first, zone).toISOString() : undefined,
    to: isDay(last) ? startOf(plusDays(last, 1), zone).toISOString() : undefined,
    offset: Math.min(LAST_OFFSET, (page - 1) * PAGE),
    limit: PAGE,
  };
}

/** How many entries can be paged through. */
export function reachable(total: number): number {
  return Math.min(total, LAST_OFFSET + PAGE);
}

/** The address with other conditions, from the first page on; empty ones are taken out. */
export function asked(address: URLSearchParams, parts: Record<string, string | undefined>): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete('page');
  for (const [key, value] of Object.entries(parts)) {
    if (value) {
      next.set(key, value);
    } else {
      next.delete(key);
    }
  }
  return next;
}
