package io.earshot.asr;

import io.earshot.asr.segment.SpeechSegment;

/** Where the speech of a recording goes, track by track. For one thread. */
interface SegmentSink {

  /** Makes room for another track; its number. */
  int addTrack();

  /** Hands in the next segment of a track. */
  void add(int track, SpeechSegment segment);
}
