import { useEffect } from 'react';
import type { Player } from './Player';

const SETTLED_MS = 400;

/** Keeps the moment in the address when one stops or jumps there, so that the address can be handed on as it stands. */
export function useAddress(player: Player, timed: boolean) {
  useEffect(() => {
    if (!timed) return;
    let timer = 0;
    const write = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const address = new URL(window.location.href);
        address.searchParams.set('t', String(Math.round(player.now / 100) / 10));
        address.searchParams.delete('turn');
        // Past the router, which would take it for an order to go there.
        window.history.replaceState(window.history.state, '', address);
      }, SETTLED_MS);
    };
    const stops = [player.subscribe(() => !player.state.playing && player.now > 0 && write()), player.onMove((ms, jumped) => jumped && ms > 0 && write())];
    return () => {
      window.clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [player, timed]);
}
