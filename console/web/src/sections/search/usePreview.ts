import { useEffect, useMemo, useRef, useState } from 'react';

export interface Preview {
  /** `ID TURN` of the moment that is heard now. */
  playing: string;
  toggle: (id: string, turn: number, startMs: number) => void;
}

const LENGTH_S = 12;
const LEAD_S = 0.3;

/** Plays a few seconds of a moment right in the list; one at a time. */
export function usePreview(): Preview {
  const [playing, setPlaying] = useState('');
  const audio = useRef<HTMLAudioElement>(null);

  useEffect(() => () => audio.current?.pause(), []);

  return useMemo(() => {
    const stop = () => {
      audio.current?.pause();
      audio.current = null;
      setPlaying('');
    };
    return {
      playing,
      toggle(id, turn, startMs) {
        const key = `${id} ${turn}`;
        stop();
        if (playing === key) return;
        const from = Math.max(0, startMs / 1000 - LEAD_S);
        const sound = new Audio(`/api/v1/conversations/${id}/audio#t=${from}`);
        sound.currentTime = from;
        sound.ontimeupdate = () => sound.currentTime > from + LENGTH_S && stop();
        sound.onended = stop;
        sound.onerror = stop;
        audio.current = sound;
        setPlaying(key);
        sound.play().catch(stop);
      },
    };
  }, [playing]);
}
