package io.earshot.ingest.chat;

import io.earshot.conversation.Speaker;
import java.util.List;

/**
 * A recording that came inside of another file.
 *
 * @param ending of a file of its kind, such as {@code wav}
 * @param name what it was called, which tells facts as names of files do; may be empty
 * @param bytes of the file; not to be changed
 * @param roles who is heard on its tracks; empty when that must be found out
 */
public record SoundFile(String ending, String name, byte[] bytes, List<Speaker> roles) {
  public SoundFile {
    roles = List.copyOf(roles);
  }

  @Override
  public String toString() {
    return "SoundFile[%s, %d bytes]".formatted(ending, bytes.length);
  }
}
