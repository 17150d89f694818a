package io.earshot.index.server;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the machine for its free memory, rather than let the server die of it later. */
final class FreeMemory {
  private static final Path FILE = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

  private FreeMemory() {}

  static void require(long heap) {
    OptionalLong available = available();
    if (available.isPresent() && available.getAsLong() < heap) {
      throw EarshotException.exhausted(
          "Elasticsearch needs %d MB of memory (index.heap) and this machine has %d MB free: end other programs or lower index.heap"
              .formatted(heap >> 20, available.getAsLong() >> 20),
          null);
    }
  }

  /** Empty where the system does not tell. */
  private static OptionalLong available() {
    try {
      Matcher matcher = AVAILABLE.matcher(Files.exists(FILE) ? Files.readString(FILE) : "");
      return matcher.find()
          ? OptionalLong.of(Long.parseLong(matcher.group(1)) << 10)
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
