import { useEffect, useMemo } from 'react';
import { useMay, useSession } from '../../api/session';
import { Player } from './Player';
import type { Conversation } from './useConversation';
import { gaps } from './words';

const SILENCE_MS = 1500;

/** The player of a conversation; with sound where there is some and one may hear it. */
export function usePlayback(conversation: Conversation, durationMs: number, original: boolean): Player {
  const may = useMay();
  const { preferences } = useSession();
  const audible = conversation.audio && may('listen');
  const source = audible ? `/api/v1/conversations/${conversation.id}/audio${original ? '?original=true' : ''}` : undefined;
  const player = useMemo(
    () =>
      new Player(durationMs, gaps(conversation.turns, durationMs, SILENCE_MS), source, {
        speed: preferences.speed,
        skipSilence: preferences.skip_silence,
      }),
    // The preferences are where one begins; later changes go the other way.
    [conversation, durationMs, source],
  );
  useEffect(() => {
    player.open();
    return () => player.close();
  }, [player]);
  return player;
}
