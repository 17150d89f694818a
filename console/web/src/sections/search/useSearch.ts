import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api, take } from '../../api/client';
import { useFormats } from '../../i18n/formats';
import { conditions, offsetOf, PAGE_SIZE, readSearch, sortOf, writeSearch, type Search } from './search';

/** The search of the address, and the way to another one. */
export function useSearch(): [Search, (next: Search, how?: { replace?: boolean }) => void] {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const search = useMemo(() => readSearch(params), [params]);
  return [search, (next, how) => void navigate({ pathname: '/search', search: writeSearch(next) }, how)];
}

export function useConditions(search: Search) {
  const { timeZone } = useFormats();
  return useMemo(() => conditions(search, timeZone), [search, timeZone]);
}

export function useHits(search: Search) {
  const narrowed = useConditions(search);
  const { sample, seed = 1 } = search;
  const query = sample
    ? { ...narrowed, size: sample, seed }
    : { ...narrowed, sort: sortOf(search), offset: offsetOf(search), limit: PAGE_SIZE };
  return useQuery({
    queryKey: ['hits', sample ? 'sample' : 'page', query],
    queryFn: ({ signal }) =>
      sample
        ? take(api.GET('/conversations/sample', { params: { query: { ...narrowed, size: sample, seed } }, signal }))
        : take(api.GET('/conversations', { params: { query: { ...narrowed, sort: sortOf(search), offset: offsetOf(search), limit: PAGE_SIZE } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export function useFacets(search: Search) {
  const query = useConditions(search);
  return useQuery({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => take(api.GET('/conversations/facets', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
