import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './contract';
import { Problem, problemOf, unreachable } from './problem';

/** The values of the contract by name, such as `Schemas['conversation']`. */
export type Schemas = components['schemas'];
export type Right = Schemas['right'];

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

let csrfToken = '';
let onSignedOut: () => void = () => {};

/** The token that goes with every request that changes something. */
export function setCsrfToken(token: string) {
  csrfToken = token;
}

/** Who wants to know that the session has ended. */
export function whenSignedOut(listener: () => void) {
  onSignedOut = listener;
}

const session: Middleware = {
  onRequest({ request }) {
    if (!SAFE.has(request.method) && csrfToken) request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  onResponse({ request, response }) {
    const signingIn = request.method === 'POST' && request.url.endsWith('/session');
    if (response.status === 401 && !signingIn) onSignedOut();
  },
};

/** Every operation of the contract. Use it with {@link take}. */
export const api = createClient<paths>({ baseUrl: '/api/v1' });
api.use(session);

/** The answer of an operation; throws a {@link Problem} when there is none. */
export async function take<T>(reply: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let result;
  try {
    result = await reply;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw unreachable();
  }
  if (!result.response.ok) throw problemOf(result.response.status, result.error);
  return result.data as T;
}

/** Whether it is worth asking again: not when the request itself was refused. */
export function mayHelpToRetry(failures: number, problem: unknown) {
  const refused = problem instanceof Problem && problem.status >= 400 && problem.status < 500;
  return !refused && failures < 2;
}
