import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const AT_MOST_EVERY_MS = 1500;

/** How often to ask while the server tells of changes itself, and while it does not. */
export const ASK_MS = { live: 30_000, silent: 4_000 };

/** Asks anew for these queries whenever the server tells of work; says whether it does. */
export function useLive(keys: readonly string[]): boolean {
  const queries = useQueryClient();
  const [live, setLive] = useState(false);
  const named = keys.join();
  useEffect(() => {
    const events = new EventSource('/api/v1/events');
    let due: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      due ??= setTimeout(() => {
        due = undefined;
        named.split(',').forEach((key) => void queries.invalidateQueries({ queryKey: [key] }));
      }, AT_MOST_EVERY_MS);
    };
    events.onopen = () => setLive(true);
    events.onerror = () => setLive(false);
    ['progress', 'finished', 'alarm'].forEach((name) => events.addEventListener(name, refresh));
    return () => {
      clearTimeout(due);
      events.close();
    };
  }, [queries, named]);
  return live;
}
