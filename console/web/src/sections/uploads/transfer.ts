import type { Schemas } from '../../api/client';
import { type Problem, problemOf, unreachable } from '../../api/problem';

type Upload = Schemas['upload'];

/** One request, however it ends but for a broken connection. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  header(name: string): string | null;
}

/** Sends one request; told how many bytes have gone. Rejects when the connection breaks. */
export type Send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Blob | null,
  onSent: (bytes: number) => void,
) => Promise<Answer>;

const API = '/api/v1';
const TRIES = 8;

/**
 * Hands a file over so that it may break off: what the server has is asked for, and only the rest
 * is sent again. Gives up when that brings nothing several times in a row.
 */
export async function transfer(
  file: File,
  send: Send,
  pause: (tries: number) => Promise<void>,
  onProgress: (share: number) => void,
): Promise<Upload> {
  // randomUUID is for pages that came by HTTPS alone.
  const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const created = await persistently(pause, () =>
    send(
      'POST',
      `${API}/conversations?name=${encodeURIComponent(file.name)}`,
      { 'Upload-Complete': '?0', 'Upload-Length': `${file.size}`, 'Idempotency-Key': key },
      null,
      () => undefined,
    ).then((answer) => expected(answer, 201)),
  );
  const place = created.header('Location')!;
  let offset = 0;
  let fruitless = 0;
  for (;;) {
    const from = offset;
    try {
      const answer = await send('PATCH', place, { ...PARTIAL, 'Upload-Offset': `${from}` }, file.slice(from), (bytes) =>
        onProgress(file.size > 0 ? (from + bytes) / file.size : 0),
      );
      if (answer.status !== 409) {
        return expected(answer, 202).body as Upload;
      }
    } catch (problem) {
      if (!mayPass(problem as Problem)) {
        throw problem;
      }
      await pause(fruitless);
    }
    const state = await persistently(pause, () => send('HEAD', place, {}, null, () => undefined).then((answer) => expected(answer, 204)));
    offset = Number(state.header('Upload-Offset'));
    if (state.header('Upload-Complete') === '?1') {
      return expected(await send('GET', place, {}, null, () => undefined), 200).body as Upload;
    }
    fruitless = offset > from ? 0 : fruitless + 1;
    if (fruitless >= TRIES) {
      throw unreachable();
    }
  }
}

const PARTIAL = { 'Upload-Complete': '?1', 'Content-Type': 'application/partial-upload' };

function expected(answer: Answer, status: number): Answer {
  if (answer.status !== status) {
    throw problemOf(answer.status, answer.body);
  }
  return answer;
}

/** No answer, or one that says that it is not the request's fault. */
function mayPass({ status }: Problem): boolean {
  return status === 0 || status === 408 || status === 429 || status === 502 || status === 503 || status === 504;
}

async function persistently(pause: (tries: number) => Promise<void>, attempt: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (problem) {
      if (!mayPass(problem as Problem) || tries >= TRIES) {
        throw problem;
      }
      await pause(tries);
    }
  }
}

/** By a browser's request that tells how far it is, which `fetch` does not. */
export function sender(csrfToken: string): Send {
  return (method, path, headers, body, onSent) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, path);
      Object.entries({ ...headers, 'X-CSRF-Token': csrfToken }).forEach(([name, value]) => request.setRequestHeader(name, value));
      request.responseType = method === 'HEAD' ? '' : 'json';
      request.upload.onprogress = ({ loaded }) => onSent(loaded);
      request.onerror = () => reject(unreachable());
      request.onload = () =>
        resolve({ status: request.status, body: method === 'HEAD' ? null : request.response, header: (name) => request.getResponseHeader(name) });
      request.send(body);
    });
}
