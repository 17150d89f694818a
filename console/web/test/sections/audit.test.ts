import { describe, expect, it } from 'vitest';
import { asked, auditQuery, reachable } from '../../src/sections/audit/filters';

describe('the audit log', () => {
  it('is asked for whole days of the zone', () => {
    const query = auditQuery(new URLSearchParams('user= sofia &action=open&first=2026-11-21&last=2026-11-21&page=3'), 'Asia/Shanghai');
    expect(query).toEqual({
      user: 'sofia',
      action: 'open',
      conversation: undefined,
      from: '2026-11-20T16:00:00.000Z',
      to: '2026-11-21T16:00:00.000Z',
      offset: 100,
      limit: 50,
    });
  });

  it('never asks for what the contract refuses', () => {
    expect(auditQuery(new URLSearchParams('action=rob&first=x&page=-4'), 'UTC')).toMatchObject({ action: undefined, from: undefined, offset: 0 });
    expect(auditQuery(new URLSearchParams('page=100000'), 'UTC').offset).toBe(9900);
    expect(reachable(1_000_000)).toBe(9950);
  });

  it('begins at the first page when the conditions change', () => {
    expect(asked(new URLSearchParams('user=a&page=4&action=open'), { user: 'b', action: undefined }).toString()).toBe('user=b');
  });
});
