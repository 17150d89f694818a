package io.earshot.asr.segment;

import java.util.List;

/**
 * Where the stretches of a segment lie in their channel.
 *
 * @param splices in order; at least one
 * @param length samples of all stretches
 */
public record Placement(List<Splice> splices, int length) {

  public Placement {
    splices = List.copyOf(splices);
  }

  /**
   * The start of one stretch.
   *
   * @param offset its first sample in the segment
   * @param position the same sample in the channel
   */
  public record Splice(int offset, long position) {}

  /** Where a word lies on the channel's clock. */
  public record Span(long startMs, long endMs) {}

  /** The sample in the channel at which the segment starts. */
  public long position() {
    return splices.get(0).position();
  }

  /**
   * Places a word on the channel's clock.
   *
   * <p>A word that reaches over a splice, which only silence should do, belongs to the stretch that
   * holds its middle.
   */
  public Span locate(double startSeconds, double endSeconds) {
    double middle = (startSeconds + endSeconds) / 2 * SpeechSegment.SAMPLE_RATE;
    int found = 0;
    while (found + 1 < splices.size() && splices.get(found + 1).offset() <= middle) {
      found++;
    }
    int first = splices.get(found).offset();
    int end = found + 1 < splices.size() ? splices.get(found + 1).offset() : length;
    return new Span(
        milliseconds(splices.get(found), clamp(startSeconds, first, end)),
        milliseconds(splices.get(found), clamp(endSeconds, first, end)));
  }

  private static double clamp(double seconds, int least, int most) {
    return Math.max(least, Math.min(most, seconds * SpeechSegment.SAMPLE_RATE));
  }

  private static long milliseconds(Splice splice, double sample) {
    return Math.round(
        (splice.position() + sample - splice.offset()) * 1000 / SpeechSegment.SAMPLE_RATE);
  }
}
