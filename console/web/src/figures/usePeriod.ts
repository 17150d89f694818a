import { useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { filtersOf } from './drill';
import { addressOf, bestInterval, fittingIntervals, INTERVALS, type Interval, namesPeriod, type Period, periodOf } from './period';

const FRESH_MS = 5 * 60_000;

const minute = () => new Date(Math.floor(Date.now() / 60_000) * 60_000);

/** Now by the minute, moving on every few minutes while the page is seen. */
function useNow(): Date {
  const [now, setNow] = useState(minute);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && setNow(minute()), FRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Changes parts of the address; `null` takes a part out. */
export type Change = (parts: Record<string, string | null>, replace?: boolean) => void;

/** The period, the conditions and the interval that the page's address names, and how to change them. */
export function usePeriod(zone: string) {
  const [address, setAddress] = useSearchParams();
  const now = useNow();
  const text = address.toString();
  const state = useMemo(() => {
    const named = new URLSearchParams(text);
    const period = periodOf(named, now, zone);
    const wanted = INTERVALS.find((interval) => interval === named.get('interval'));
    const interval: Interval =
      wanted && fittingIntervals(period).includes(wanted) ? wanted : bestInterval(period);
    return { period, interval, filters: filtersOf(named), named: namesPeriod(named) };
  }, [text, now, zone]);

  const change: Change = (parts, replace = false) =>
    setAddress(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [key, value] of Object.entries(parts)) {
          if (value === null) {
            next.delete(key);
          } else {
            next.set(key, value);
          }
        }
        return next;
      },
      { replace, preventScrollReset: true },
    );

  const choose = (period: Pick<Period, 'preset' | 'first' | 'last'>, replace = false) =>
    change({ ...addressOf(period), interval: null }, replace);

  const changeAll = (next: URLSearchParams) => setAddress(next, { preventScrollReset: true });

  return { ...state, now, address, change, changeAll, choose };
}
