package io.earshot.conversation.transcript;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.List;
import java.util.Locale;

/** Turns as people and players read them: lines end with a line feed, the last one has none. */
public enum Captions {
  /** {@code 0:12 agent text} */
  TEXT {
    @Override
    String of(Turn turn, int number, String source) {
      return String.format(
          Locale.ROOT,
          "%7s  %-8s  %s\n",
          clock(turn.startMs()),
          turn.speaker().code(),
          oneLine(turn.text()));
    }
  },

  /** WebVTT with voice tags. */
  VTT {
    @Override
    String of(Turn turn, int number, String source) {
      return "\n%s --> %s\n<v %s>%s\n"
          .formatted(
              time(turn.startMs(), '.'),
              time(endMs(turn), '.'),
              title(turn.speaker()),
              escaped(oneLine(turn.text())));
    }
  },

  /** SubRip. */
  SRT {
    @Override
    String of(Turn turn, int number, String source) {
      return "%d\n%s --> %s\n%s: %s\n\n"
          .formatted(
              number,
              time(turn.startMs(), ','),
              time(endMs(turn), ','),
              title(turn.speaker()),
              oneLine(turn.text()));
    }
  },

  /** NIST's CTM: a line a word, for measuring recognition. Written text has no words in it. */
  CTM {
    @Override
    String of(Turn turn, int number, String source) {
      StringBuilder lines = new StringBuilder();
      for (Word word : turn.words()) {
        String text = field(word.text());
        lines.append(
            String.format(
                Locale.ROOT,
                "%s %d %.3f %.3f %s %.3f\n",
                field(source),
                turn.audioChannel() + 1,
                word.startMs() / 1000.0,
                (word.endMs() - word.startMs()) / 1000.0,
                text,
                word.confidence()));
      }
      return lines.toString();
    }
  },

  /** NIST's RTTM: a line a turn, for measuring who spoke when. */
  RTTM {
    @Override
    String of(Turn turn, int number, String source) {
      if (turn.endMs() <= turn.startMs()) {
        return "";
      }
      return String.format(
          Locale.ROOT,
          "SPEAKER %s %d %.3f %.3f <NA> <NA> %s <NA> <NA>\n",
          field(source),
          turn.audioChannel() + 1,
          turn.startMs() / 1000.0,
          (turn.endMs() - turn.startMs()) / 1000.0,
          turn.speaker().code());
    }
  };

  /** Written text takes no time, but players show nothing for no time. */
  private static final long SHORTEST_MS = 1000;

  /** The turns in their order. */
  public String write(List<Turn> turns) {
    return write(turns, "conversation");
  }

  /**
   * The turns in their order.
   *
   * @param source the recording's name, in forms that name it on each line
   */
  public String write(List<Turn> turns, String source) {
    StringBuilder text = new StringBuilder(this == VTT ? "WEBVTT\n" : "");
    int number = 1;
    for (Turn turn : turns) {
      text.append(of(turn, number++, source));
    }
    return text.toString().stripTrailing();
  }

  abstract String of(Turn turn, int number, String source);

  /** Fields end at blanks, so there must be none inside, and none may be empty. */
  private static String field(String text) {
    String joined = text.strip().replaceAll("\\s+", "_");
    return joined.isEmpty() ? "-" : joined;
  }

  private static long endMs(Turn turn) {
    return turn.endMs() > turn.startMs() ? turn.endMs() : turn.startMs() + SHORTEST_MS;
  }

  /** An empty line would end the caption. */
  private static String oneLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", Captions::and);
  }

  private static String and(String before, String line) {
    return before.isEmpty() ? line : before + " " + line;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String title(Speaker speaker) {
    String code = speaker.code();
    return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  private static String clock(long milliseconds) {
    long seconds = milliseconds / 1000;
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  private static String time(long milliseconds, char mark) {
    long seconds = milliseconds / 1000;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d%c%03d",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        mark,
        milliseconds % 1000);
  }
}
