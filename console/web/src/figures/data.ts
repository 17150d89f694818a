import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, type Schemas, take } from '../api/client';
import type { Filters } from './drill';
import type { Interval, Period } from './period';

export type Overview = Schemas['overview'];
export type Row = Schemas['breakdown_row'];
export type Summary = Schemas['summary'];
export type By =
  | 'agent'
  | 'queue'
  | 'intent'
  | 'channel'
  | 'source'
  | 'language'
  | 'emotion'
  | 'outcome';

type Span = Pick<Period, 'from' | 'to'>;

const span = ({ from, to }: Span) => ({ from: from.toISOString(), to: to.toISOString() });

/** The figures of a period, what they were before, and their course. */
export function useOverview(
  period: Span,
  filters: Filters,
  interval: Interval,
  zone: string,
  enabled = true,
) {
  const query = { ...filters, ...span(period), interval, zone };
  return useQuery({
    queryKey: ['overview', query],
    queryFn: ({ signal }) => take(api.GET('/overview', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The figures of a period by the values of a field, most conversations first. */
export function useBreakdown(by: By, period: Span, filters: Filters, zone: string, enabled = true) {
  const query = { by, ...filters, ...span(period), zone, limit: 100 };
  return useQuery({
    queryKey: ['breakdown', query],
    queryFn: ({ signal }) => take(api.GET('/overview/breakdown', { params: { query }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The newest conversations under these conditions, whenever they were. */
export function useNewest(filters: Filters, limit: number, enabled = true) {
  const query = { ...filters, sort: '-started_at' as const, limit };
  return useQuery({
    queryKey: ['newest', query],
    queryFn: async ({ signal }) => {
      const page = await take(api.GET('/conversations', { params: { query }, signal }));
      return page.hits.map(({ conversation }) => conversation);
    },
    enabled,
  });
}
