import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, type ReactNode } from 'react';
import { api, setCsrfToken, take, type Right, type Schemas } from './client';
import { Problem } from './problem';

export type Session = Schemas['session'];
export type Preferences = Schemas['preferences'];

const KEY = ['session'];

async function load(): Promise<Session | null> {
  try {
    return opened(await take(api.GET('/session')));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null;
    throw problem;
  }
}

function opened(session: Session): Session {
  setCsrfToken(session.csrf_token);
  return session;
}

/** The session as the server tells it: undefined while unknown, null when nobody is signed in. */
export function useSessionQuery() {
  return useQuery({ queryKey: KEY, queryFn: load, staleTime: Infinity });
}

/** Forgets who is signed in, and all that was shown to them. */
export function useForget() {
  const queries = useQueryClient();
  return () => {
    setCsrfToken('');
    queries.setQueryData(KEY, null);
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  };
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: { name: string; password: string }) => opened(await take(api.POST('/session', { body }))),
    onSuccess: (session) => queries.setQueryData(KEY, session),
  });
}

export function useSignOut() {
  const forget = useForget();
  return useMutation({ mutationFn: () => take(api.DELETE('/session')), onSettled: forget });
}

/** Changes the own password; the session is asked for anew, as its token may have changed. */
export function useChangePassword() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; password: string }) => take(api.PUT('/session/password', { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('nobody is signed in');
  return session;
}

export function useMay() {
  const { rights } = useSession();
  return (right: Right | null) => right === null || rights.includes(right);
}

/** Changes one or more of the own settings at once, and keeps them on the server. */
export function useSetPreferences() {
  const queries = useQueryClient();
  return (change: Preferences) => {
    const session = queries.getQueryData<Session | null>(KEY);
    if (!session) return;
    const preferences = { ...session.preferences, ...change };
    queries.setQueryData<Session>(KEY, { ...session, preferences });
    // A setting that could not be kept still holds until the page is closed.
    api.PUT('/session/preferences', { body: preferences }).catch(() => {});
  };
}
