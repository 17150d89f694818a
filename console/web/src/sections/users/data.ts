import { type QueryKey, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { api, take } from '../../api/client';
import { useProblemWords } from '../../parts/Failure';

export const useUsers = () => useQuery({ queryKey: ['users'], queryFn: ({ signal }) => take(api.GET('/users', { signal })) });

export const useTeams = () => useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => take(api.GET('/teams', { signal })) });

export const useTokens = () => useQuery({ queryKey: ['tokens'], queryFn: ({ signal }) => take(api.GET('/tokens', { signal })) });

export const useWebhooks = () => useQuery({ queryKey: ['webhooks'], queryFn: ({ signal }) => take(api.GET('/webhooks', { signal })) });

/** The values of a field that conversations have, to choose from; none where the asker may not search. */
export function useKnown(field: 'queue' | 'agent'): string[] {
  const { data } = useQuery({
    queryKey: ['known'],
    queryFn: ({ signal }) => take(api.GET('/conversations/facets', { signal })),
    staleTime: 300_000,
    retry: false,
  });
  return (data?.fields[field] ?? []).map(({ value }) => value).filter(Boolean);
}

/** Changes something and asks anew for the list that it is in; says so when it could not be done. */
export function useChange<Input, Output>(key: QueryKey, run: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const words = useProblemWords();
  return useMutation({
    mutationFn: run,
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
    onError: (problem) => {
      const { title, detail } = words(problem);
      notification.error({ title, description: detail });
    },
  });
}

/** A rule for lists of which one must be chosen. Not `required`, which a group of boxes may not be called. */
export const atLeastOne = (message: string) => ({
  validator: (_: unknown, chosen?: readonly unknown[]) => (chosen?.length ? Promise.resolve() : Promise.reject(new Error(message))),
});
