import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { mayHelpToRetry, whenSignedOut } from '../api/client';
import { SessionProvider, useSessionQuery } from '../api/session';
import { KeysProvider } from '../keys/keys';
import { Failure } from '../parts/Failure';
import { ChangePassword } from './ChangePassword';
import { Dress } from './Dress';
import { Frame } from './Frame';
import { SignIn } from './SignIn';

const queries = new QueryClient({
  defaultOptions: { queries: { retry: mayHelpToRetry, refetchOnWindowFocus: false, staleTime: 15_000 } },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <BrowserRouter>
        <Door />
      </BrowserRouter>
    </QueryClientProvider>
  );
}

/** The sign-in screen stands in place of any other at the same address, which is thus kept. */
function Door() {
  const cache = useQueryClient();
  const { data: session, error, refetch } = useSessionQuery();

  useEffect(() => whenSignedOut(() => cache.setQueryData(['session'], null)), [cache]);

  const inside = () => {
    if (error) return <Failure problem={error} retry={() => void refetch()} />;
    if (session === undefined) return null;
    if (session === null) return <SignIn />;
    if (session.must_change_password) return <ChangePassword />;
    return (
      <SessionProvider session={session}>
        <Frame />
      </SessionProvider>
    );
  };

  return (
    <Dress preferences={session?.preferences}>
      <KeysProvider on={session?.preferences.shortcuts !== false}>{inside()}</KeysProvider>
    </Dress>
  );
}
