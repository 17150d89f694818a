package io.earshot.ingest;

import java.nio.file.Path;
import java.util.List;

/**
 * What belongs together in a source: the files of one call, or one chat file with one or many
 * conversations.
 *
 * @param files one, or two for a call with a file per party: the agent's first
 * @param name for people; the file's, or what the names of a pair have in common; without
 *     characters that would spoil a line
 */
public record SourceItem(List<Path> files, String name) {
  public SourceItem {
    files = List.copyOf(files);
    name = PlainName.of(name);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a source item without files");
    }
  }

  /**
   * Whether it is sound, told by its first bytes and its name.
   *
   * @throws io.earshot.conversation.EarshotException when the file can't be read
   */
  public boolean isRecording() {
    return SourceKind.of(files.get(0)) == SourceKind.RECORDING;
  }

  /** An item of one file. */
  public static SourceItem of(Path file) {
    return new SourceItem(List.of(file), file.getFileName().toString());
  }
}
