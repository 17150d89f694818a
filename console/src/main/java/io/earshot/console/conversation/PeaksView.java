package io.earshot.console.conversation;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A waveform as JSON. Written by hand: an hour has hundreds of thousands of values. */
final class PeaksView {
  private static final String[] VALUES =
      IntStream.range(0, 256)
          .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value / 255.0))
          .map(value -> value.replaceFirst("\\.?0+$", ""))
          .toArray(String[]::new);

  private PeaksView() {}

  static String json(Peaks peaks, Conversation conversation) {
    return "{\"duration_ms\":%d,\"stretch_ms\":%d,\"tracks\":[%s]}"
        .formatted(
            peaks.durationMs(),
            peaks.stretchMs(),
            IntStream.range(0, shown(peaks, conversation))
                .mapToObj(track -> json(peaks.tracks().get(track), speaker(track, conversation)))
                .collect(Collectors.joining(",")));
  }

  /** Two tracks that carry the same sound were heard as one. */
  private static int shown(Peaks peaks, Conversation conversation) {
    boolean apart = conversation.speakerSource() == SpeakerSource.TRACKS;
    return apart ? peaks.tracks().size() : Math.min(1, peaks.tracks().size());
  }

  private static Speaker speaker(int track, Conversation conversation) {
    List<Speaker> heard =
        conversation.turns().stream()
            .filter(turn -> turn.audioChannel() == track)
            .map(Turn::speaker)
            .distinct()
            .toList();
    return heard.size() == 1 ? heard.get(0) : Speaker.UNKNOWN;
  }

  private static String json(byte[] track, Speaker speaker) {
    StringBuilder json = new StringBuilder(6 * track.length + 64);
    json.append("{\"speaker\":\"").append(speaker.code()).append("\",\"peaks\":[");
    for (int i = 0; i < track.length; i++) {
      json.append(i == 0 ? "" : ",").append(VALUES[track[i] & 0xff]);
    }
    return json.append("]}").toString();
  }
}
