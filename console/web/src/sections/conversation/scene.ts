import type { Scene } from './draw';
import type { Conversation, Peaks } from './useConversation';

const TRACKS = ['agent', 'customer'] as const;

/** What the timeline shows of a conversation; without peaks its turns stand for the voices. */
export function sceneOf(conversation: Conversation, peaks: Peaks | undefined): Scene {
  const stretches = (kind: string) =>
    conversation.findings
      .filter((finding) => finding.kind === kind && finding.figures?.duration_ms !== undefined)
      .map(({ figures }) => ({ from: figures!.start_ms!, to: figures!.start_ms! + figures!.duration_ms! }));
  const drawn = peaks ?? sketched(conversation);
  const lane = (channel: number | undefined) => (drawn.tracks.length > 1 ? Math.min(1, channel ?? 0) : 0);
  return {
    durationMs: Math.max(1, conversation.duration_ms, conversation.turns.at(-1)?.end_ms ?? 0),
    tracks: drawn.tracks,
    stretchMs: drawn.stretch_ms,
    silences: stretches('silence'),
    overlaps: stretches('overlap'),
    redacted: conversation.turns.flatMap((turn) =>
      (turn.redactions ?? []).map((redaction) => ({ ...heard(turn, redaction), track: lane(turn.audio_channel) })),
    ),
    feelings: conversation.turns
      .filter((turn) => turn.speaker === 'customer' && turn.valence !== undefined)
      .map((turn) => ({ ms: (turn.start_ms + turn.end_ms) / 2, valence: turn.valence! })),
    comments: [],
  };
}

/** When a stretch of a turn's text was said, by its words or by its share of the turn. */
function heard(turn: Conversation['turns'][number], { start, end }: { start: number; end: number }) {
  const length = Math.max(1, turn.text.length);
  const at = (offset: number) => turn.start_ms + (offset / length) * (turn.end_ms - turn.start_ms);
  const mask = turn.text.slice(start, end);
  const words = turn.words.filter((word) => word.text === mask);
  const word = words[turn.redactions!.filter((other) => other.start < start && turn.text.slice(other.start, other.end) === mask).length];
  return word ? { from: word.start_ms, to: word.end_ms } : { from: at(start), to: at(end) };
}

const SKETCH_MS = 100;

/** Blocks where somebody speaks, for a recording whose waveform is not there. */
function sketched({ turns, duration_ms }: Conversation): Peaks {
  const length = Math.ceil(Math.max(duration_ms, turns.at(-1)?.end_ms ?? 0) / SKETCH_MS);
  return {
    duration_ms,
    stretch_ms: SKETCH_MS,
    tracks: TRACKS.map((speaker) => {
      const peaks = new Array<number>(length).fill(0);
      turns
        .filter((turn) => turn.speaker === speaker)
        .forEach((turn) => peaks.fill(0.25, Math.floor(turn.start_ms / SKETCH_MS), Math.ceil(turn.end_ms / SKETCH_MS)));
      return { speaker, peaks };
    }),
  };
}
