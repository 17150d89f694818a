package io.earshot.routes.cli;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.util.List;
import java.util.Locale;

/** Turns as people and players read them. */
enum Captions {
  /** {@code 0:12 agent text} */
  TEXT {
    @Override
    String write(List<Turn> turns) {
      StringBuilder text = new StringBuilder();
      for (Turn turn : turns) {
        text.append(
            "%7s  %-8s  %s%n"
                .formatted(Durations.clock(turn.startMs()), turn.speaker().code(), turn.text()));
      }
      return text.toString().stripTrailing();
    }
  },

  /** WebVTT with voice tags. */
  VTT {
    @Override
    String write(List<Turn> turns) {
      StringBuilder text = new StringBuilder("WEBVTT\n");
      for (Turn turn : turns) {
        text.append(
            "\n%s --> %s\n<v %s>%s\n"
                .formatted(
                    Durations.subtitle(turn.startMs(), '.'),
                    Durations.subtitle(turn.endMs(), '.'),
                    title(turn.speaker()),
                    turn.text().replace("&", "&amp;").replace("<", "&lt;")));
      }
      return text.toString().stripTrailing();
    }
  },

  /** SubRip. */
  SRT {
    @Override
    String write(List<Turn> turns) {
      StringBuilder text = new StringBuilder();
      int number = 1;
      for (Turn turn : turns) {
        text.append(
            "%d\n%s --> %s\n%s: %s\n\n"
                .formatted(
                    number++,
                    Durations.subtitle(turn.startMs(), ','),
                    Durations.subtitle(turn.endMs(), ','),
                    title(turn.speaker()),
                    turn.text()));
      }
      return text.toString().stripTrailing();
    }
  };

  abstract String write(List<Turn> turns);

  static String title(Speaker speaker) {
    String code = speaker.code();
    return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }
}
