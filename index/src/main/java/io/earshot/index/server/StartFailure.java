package io.earshot.index.server;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the server's logs why it did not start, and how to mend that. */
final class StartFailure {
  private static final int TAIL_BYTES = 64 * 1024;
  private static final Pattern ERROR_LINE =
      Pattern.compile("(?m)^(?:.*\\[(?:ERROR|FATAL)\\s*].*|ERROR: .*|Error: .*)$");

  /** What stands in the log, what it means and how to mend it. */
  private static final List<Known> KNOWN =
      List.of(
          new Known(
              "cannot downgrade a node|IndexFormatTooNewException|incompatible with this version",
              ErrorKind.MISCONFIGURED,
              "its data was written by a newer version: use the newer Earshot, or another EARSHOT_HOME"),
          new Known(
              "BindHttpException|Address already in use|BindTransportException",
              ErrorKind.UNAVAILABLE,
              "its port was taken by another program: try again, or set index.port to a free one"),
          new Known(
              "No space left on device|Disk quota exceeded",
              ErrorKind.EXHAUSTED,
              "the disk is full: free some space"),
          new Known(
              "Cannot allocate memory|insufficient memory|Could not reserve enough space|OutOfMemoryError|Too small (?:initial|maximum) heap",
              ErrorKind.EXHAUSTED,
              "there is not enough memory: lower index.heap or end other programs"),
          new Known(
              "failed to obtain node lock|is another node running|LockObtainFailedException",
              ErrorKind.UNAVAILABLE,
              "another server uses its data: end the other Earshot of this home"),
          new Known(
              "AccessDeniedException|Permission denied",
              ErrorKind.MISCONFIGURED,
              "a file of its folder belongs to another user: start Earshot as the user of the first start, or give the folder to index.user"),
          new Known(
              "UnsupportedClassVersionError|minimum required Java version|could not find java",
              ErrorKind.MISCONFIGURED,
              "its Java does not fit: start Earshot with Java 17 or 21"));

  private StartFailure() {}

  private record Known(Pattern sign, ErrorKind kind, String meaning) {
    Known(String sign, ErrorKind kind, String meaning) {
      this(Pattern.compile(sign), kind, meaning);
    }
  }

  /** Whether another port could help. */
  static boolean isPortTaken(ServerFolders folders) {
    return KNOWN.get(1).sign().matcher(logs(folders)).find();
  }

  static EarshotException of(ServerFolders folders, String what) {
    String logs = logs(folders);
    Path log = folders.logs().resolve("earshot.log");
    for (Known known : KNOWN) {
      if (known.sign().matcher(logs).find()) {
        return new EarshotException(
            known.kind(),
            "Elasticsearch %s: %s (its log is %s)".formatted(what, known.meaning(), log));
      }
    }
    return new EarshotException(
        ErrorKind.UNAVAILABLE,
        "Elasticsearch %s: %s (its log is %s)".formatted(what, lastError(logs), log));
  }

  private static String lastError(String logs) {
    Matcher matcher = ERROR_LINE.matcher(logs);
    String last = "no error was logged";
    while (matcher.find()) {
      last = matcher.group();
    }
    return last.length() > 300 ? last.substring(0, 300) + "..." : last;
  }

  private static String logs(ServerFolders folders) {
    return tail(folders.console()) + "\n" + tail(folders.logs().resolve("earshot.log"));
  }

  private static String tail(Path file) {
    try {
      byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      int from = Math.max(0, all.length - TAIL_BYTES);
      return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
