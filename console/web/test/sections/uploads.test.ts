import { describe, expect, it } from 'vitest';
import { count, isSettled, type Sent, stepped } from '../../src/sections/uploads/sending';

const waiting: Sent = { key: 1, name: 'call.wav', bytes: 1000, state: 'waiting', progress: 0, total: 0, conversations: [] };
const upload = { number: 7, name: 'call.wav', bytes: 1000, total: 1, conversations: [] };

describe('a file on its way', () => {
  it('is sent, processed and done', () => {
    const sending = stepped(waiting, { to: 'sending', progress: 0.4 });
    expect([sending.state, sending.progress]).toEqual(['sending', 0.4]);
    const working = stepped(sending, { to: 'received', upload: { ...upload, status: 'received' } });
    expect([working.state, working.number]).toEqual(['working', 7]);
    const done = stepped(working, { to: 'received', upload: { ...upload, status: 'done', conversations: [{ id: 'a', status: 'indexed' }] } });
    expect([done.state, isSettled(done)]).toEqual(['done', true]);
  });

  it('is not done while one of its conversations is under way', () => {
    const conversations = [{ id: 'a', status: 'indexed' as const }, { id: 'b', status: 'in_flight' as const }];
    expect(stepped(waiting, { to: 'received', upload: { ...upload, status: 'done', conversations } }).state).toBe('working');
  });

  it('that was refused stays refused', () => {
    const refused = stepped(waiting, { to: 'failed', reason: 'too large' });
    expect(stepped(refused, { to: 'sending', progress: 1 })).toBe(refused);
  });

  it('is counted with those that need a look', () => {
    const quarantined: Sent = { ...waiting, state: 'done', conversations: [{ id: 'a', status: 'quarantined' }] };
    expect(count([waiting, quarantined, { ...waiting, state: 'done' }])).toEqual({ all: 3, open: 1, failed: 1 });
  });
});
