import { useSyncExternalStore } from 'react';
import { api, take } from '../../api/client';
import type { Problem } from '../../api/problem';
import { isSettled, type Sent, type Step, stepped } from './sending';
import { sender, transfer } from './transfer';

const AT_ONCE = 2;
const ASK_MS = 1500;

// Beside React: files go on being sent while one looks at another screen.
let all: readonly Sent[] = [];
let nextKey = 1;
const files = new Map<number, File>();
const listeners = new Set<() => void>();
let asking: ReturnType<typeof setTimeout> | undefined;

function set(next: readonly Sent[]) {
  all = next;
  listeners.forEach((listener) => listener());
}

function step(key: number, what: Step) {
  set(all.map((sent) => (sent.key === key ? stepped(sent, what) : sent)));
}

/** The files of this visit, newest first. */
export function useSent(): readonly Sent[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

/** Takes files on; a few are sent at once, the others wait. */
export function send(chosen: readonly File[], csrfToken: string, words: (problem: Problem) => string) {
  const added = chosen.map((file): Sent => {
    const key = nextKey++;
    files.set(key, file);
    return { key, name: file.name, bytes: file.size, state: 'waiting', progress: 0, total: 0, conversations: [] };
  });
  set([...added.reverse(), ...all]);
  more(csrfToken, words);
}

/** Takes what is settled off the list. */
export function clear() {
  set(all.filter((sent) => !isSettled(sent)));
}

function more(csrfToken: string, words: (problem: Problem) => string) {
  const sending = all.filter(({ state }) => state === 'sending').length;
  const waiting = all.filter(({ state }) => state === 'waiting').reverse();
  waiting.slice(0, Math.max(0, AT_ONCE - sending)).forEach(({ key }) => {
    step(key, { to: 'sending', progress: 0 });
    void transfer(files.get(key)!, sender(csrfToken), pause, (progress) => step(key, { to: 'sending', progress }))
      .then((upload) => step(key, { to: 'received', upload }))
      .catch((problem: Problem) => step(key, { to: 'failed', reason: words(problem) }))
      .finally(() => {
        files.delete(key);
        more(csrfToken, words);
        follow();
      });
  });
}

/** Longer from time to time, and never longer than half a minute. */
function pause(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** tries, 30_000)));
}

/** Asks what became of the files that the server has, until all are settled. */
function follow() {
  asking ??= setTimeout(() => {
    void Promise.all(all.filter(({ state }) => state === 'working').map(ask)).then(() => {
      asking = undefined;
      if (all.some(({ state }) => state === 'working')) {
        follow();
      }
    });
  }, ASK_MS);
}

async function ask({ key, number }: Sent) {
  try {
    const upload = await take(api.GET('/uploads/{number}', { params: { path: { number: number! } } }));
    step(key, { to: 'received', upload });
  } catch {
    // It is asked for again; the file itself is safe on the server.
  }
}
