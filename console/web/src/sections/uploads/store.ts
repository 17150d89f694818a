import { useSyncExternalStore } from 'react';
import { api, take } from '../../api/client';
import { Problem, problemOf, unreachable } from '../../api/problem';
import { isSettled, type Sent, type Step, stepped } from './sending';

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
    void post(files.get(key)!, csrfToken, (progress) => step(key, { to: 'sending', progress }))
      .then((upload) => step(key, { to: 'received', upload }))
      .catch((problem: Problem) => step(key, { to: 'failed', reason: words(problem) }))
      .finally(() => {
        files.delete(key);
        more(csrfToken, words);
        follow();
      });
  });
}

type Upload = Extract<Step, { to: 'received' }>['upload'];

/** Sends one file. Not by `fetch`, which does not tell how far it is. */
function post(file: File, csrfToken: string, onProgress: (share: number) => void): Promise<Upload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/uploads?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('X-CSRF-Token', csrfToken);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () =>
      request.status === 202 ? resolve(request.response as Upload) : reject(problemOf(request.status, request.response));
    request.send(file);
  });
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
