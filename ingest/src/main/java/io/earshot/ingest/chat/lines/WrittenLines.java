package io.earshot.ingest.chat.lines;

import io.earshot.ingest.chat.ChatReader;
import java.util.List;

/** The plain texts whose lines tell who speaks. */
public final class WrittenLines {
  private WrittenLines() {}

  /** Their readers, those with the most telling marks first; each serves all threads. */
  public static List<ChatReader> readers() {
    return List.of(new WhatsAppReader(), new HeadingsReader(), new SpeakerLinesReader());
  }
}
