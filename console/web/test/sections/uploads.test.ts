import { describe, expect, it } from 'vitest';
import { unreachable } from '../../src/api/problem';
import { count, isSettled, type Sent, stepped } from '../../src/sections/uploads/sending';
import { type Answer, type Send, transfer } from '../../src/sections/uploads/transfer';

const waiting: Sent = { key: 1, name: 'call.wav', bytes: 1000, state: 'waiting', progress: 0, total: 0, conversations: [] };
const upload = { number: 7, name: 'call.wav', bytes: 1000, files: ['call.wav'], total: 1, conversations: [] };

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

/** A server that keeps what comes, and a connection that breaks after so many bytes each time. */
function server(breaksAfter: number) {
  const seen = { kept: '', requests: [] as string[], refused: 0 };
  const answer = (status: number, headers: Record<string, string> = {}, body: unknown = null): Answer => ({
    status,
    body,
    header: (name) => headers[name] ?? null,
  });
  const send: Send = async (method, _, headers, body) => {
    seen.requests.push(method);
    if (method === 'POST') {
      return answer(201, { Location: '/api/v1/uploads/7' });
    }
    if (method === 'HEAD') {
      return answer(204, { 'Upload-Offset': `${seen.kept.length}`, 'Upload-Complete': '?0' });
    }
    if (Number(headers['Upload-Offset']) !== seen.kept.length) {
      return answer(409);
    }
    const rest = await body!.text();
    seen.kept += rest.slice(0, breaksAfter);
    if (rest.length > breaksAfter) {
      throw unreachable();
    }
    return seen.refused > 0 ? answer(seen.refused, {}, { title: 'no' }) : answer(202, {}, { ...upload, status: 'received' });
  };
  return { seen, send };
}

const now = () => Promise.resolve();

describe('a file that breaks off', () => {
  const file = new File(['0123456789'], 'call.wav');

  it('is gone on with where the server stands', async () => {
    const { seen, send } = server(4);
    const shares: number[] = [];
    const sent = await transfer(file, send, now, (share) => shares.push(share));
    expect([sent.number, seen.kept]).toEqual([7, '0123456789']);
    expect(seen.requests).toEqual(['POST', 'PATCH', 'HEAD', 'PATCH', 'HEAD', 'PATCH']);
  });

  it('is given up when nothing comes through', async () => {
    const { seen, send } = server(0);
    await expect(transfer(file, send, now, () => undefined)).rejects.toMatchObject({ status: 0 });
    expect(seen.requests.filter((method) => method === 'PATCH')).toHaveLength(8);
  });

  it('is not sent again when it is refused', async () => {
    const { seen, send } = server(100);
    seen.refused = 413;
    await expect(transfer(file, send, now, () => undefined)).rejects.toMatchObject({ status: 413 });
    expect(seen.requests).toEqual(['POST', 'PATCH']);
  });
});
