import type { Schemas } from '../../api/client';

type Upload = Schemas['upload'];

/** A file on its way: first to the server, then through the stages. */
export interface Sent {
  /** Ours, from the first moment on. */
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'waiting' | 'sending' | 'working' | 'done' | 'failed';
  /** Share of the bytes that have arrived. */
  readonly progress: number;
  readonly reason?: string;
  /** The server's number, once it has the file. */
  readonly number?: number;
  /** Conversations in the file, of which the first ones are listed. */
  readonly total: number;
  readonly conversations: Upload['conversations'];
}

/** What is told to the store about one file. */
export type Step =
  | { to: 'sending'; progress: number }
  | { to: 'received'; upload: Upload }
  | { to: 'failed'; reason: string };

/** A file after a step; one that is done or failed stays as it is. */
export function stepped(sent: Sent, step: Step): Sent {
  if (isSettled(sent)) {
    return sent;
  }
  switch (step.to) {
    case 'sending':
      return { ...sent, state: 'sending', progress: step.progress };
    case 'failed':
      return { ...sent, state: 'failed', reason: step.reason };
    case 'received':
      return received(sent, step.upload);
  }
}

function received(sent: Sent, upload: Upload): Sent {
  const { number, status, reason, total, conversations } = upload;
  const open = conversations.some((conversation) => conversation.status === 'in_flight');
  const done = status === 'done' && !open;
  return {
    ...sent,
    number,
    reason: reason || undefined,
    total,
    conversations,
    progress: 1,
    state: status === 'failed' ? 'failed' : done ? 'done' : 'working',
  };
}

/** Whether nothing more will happen to a file. */
export function isSettled({ state }: Sent): boolean {
  return state === 'done' || state === 'failed';
}

/** How the files stand together, for one line and for those who listen to it. */
export function count(all: readonly Sent[]) {
  return {
    all: all.length,
    open: all.filter((sent) => !isSettled(sent)).length,
    failed: all.filter(({ state, conversations }) => state === 'failed' || conversations.some(({ status }) => status === 'quarantined')).length,
  };
}
