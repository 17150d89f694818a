package io.earshot.ingest.chat;

import io.earshot.ingest.chat.file.ChatFile;

/** Reads one shape of chat export. Stateless: one instance serves all threads. */
public interface ChatReader {
  /** Whether the file looks like this shape, judged by its name and its opening. */
  boolean accepts(ChatFile file, ReadingContext context);

  /**
   * Reads the whole file.
   *
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when it can't be read, then
   *     or part-way; UNAVAILABLE when the disk fails; and whatever the sink throws
   */
  void read(ChatFile file, ReadingContext context, TranscriptSink sink);
}
