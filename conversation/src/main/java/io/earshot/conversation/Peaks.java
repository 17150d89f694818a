package io.earshot.conversation;

import java.util.List;

/**
 * The outline of a recording, to be drawn without reading its sound.
 *
 * @param durationMs length of the recording in milliseconds
 * @param stretchMs milliseconds that one value stands for
 * @param tracks for each sound track the loudest sample of every stretch, as unsigned bytes: 0 is
 *     digital silence, 255 full scale; shared, not to be changed
 */
public record Peaks(long durationMs, int stretchMs, List<byte[]> tracks) {
  public Peaks {
    tracks = List.copyOf(tracks);
  }

  @Override
  public String toString() {
    return "Peaks[%d ms, %d tracks]".formatted(durationMs, tracks.size());
  }
}
