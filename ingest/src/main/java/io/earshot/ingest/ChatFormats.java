package io.earshot.ingest;

import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.json.JsonReader;
import io.earshot.ingest.chat.json.JsonShape;
import io.earshot.ingest.chat.lines.WrittenLines;
import io.earshot.ingest.chat.mail.MailReader;
import io.earshot.ingest.chat.platform.Platforms;
import io.earshot.ingest.chat.table.MappedRowsReader;
import io.earshot.ingest.chat.vcon.VconShape;
import java.util.ArrayList;
import java.util.List;

/**
 * All formats of written conversations. Another one is a class and a line: of a system that exports
 * JSON in {@link Platforms}, of a plain text in {@link WrittenLines}, of any other kind here.
 */
final class ChatFormats {
  private ChatFormats() {}

  /** Their readers, in the order in which they are to be asked. */
  static List<ChatReader> readers() {
    List<ChatReader> readers = new ArrayList<>();
    readers.add(new MappedRowsReader());
    readers.add(new JsonReader(shapes()));
    readers.add(new MailReader());
    readers.addAll(WrittenLines.readers());
    return List.copyOf(readers);
  }

  private static List<JsonShape> shapes() {
    List<JsonShape> shapes = new ArrayList<>();
    shapes.add(new VconShape());
    shapes.addAll(Platforms.shapes());
    return shapes;
  }
}
