import { useSyncExternalStore } from 'react';
import type { Player, PlayerState } from './Player';

export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, () => player.state);
}
