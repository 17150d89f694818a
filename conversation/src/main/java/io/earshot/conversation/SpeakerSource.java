package io.earshot.conversation;

/** How it is known who speaks. */
public enum SpeakerSource {
  /** Each party has a sound track. */
  TRACKS,
  /** The source names the speaker of each turn. */
  LABELS,
  /** Told apart by voice and words: right with {@link Conversation#speakerConfidence()}. */
  DIARIZATION,
  /** Not known: both parties are one unknown speaker. */
  NONE
}
