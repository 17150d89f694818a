import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, take } from '../../api/client';

type Source = Schemas['operations']['sources'][number];

/** The names of the sources that take uploads, in order. */
export const uploadSources = (sources: readonly Pick<Source, 'name' | 'kind'>[]): string[] =>
  sources
    .filter(({ kind }) => kind === 'upload')
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b));

/** The same as they are now; none where the asker may not look at operations. */
export function useUploadSources(): string[] {
  const { data } = useQuery({
    queryKey: ['operations'],
    queryFn: ({ signal }) => take(api.GET('/operations', { signal })),
    staleTime: 60_000,
    retry: false,
  });
  return uploadSources(data?.sources ?? []);
}
