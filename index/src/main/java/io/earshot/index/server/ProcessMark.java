package io.earshot.index.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Marks a server's process as that of one home, so that a process id left in a file is never taken
 * for our server when the system gave that id to another program.
 */
final class ProcessMark {
  private ProcessMark() {}

  /** A JVM option that means nothing but stands in the command line. */
  static String option(ServerFolders folders) {
    return "-Dearshot.server=" + folders.base();
  }

  /** The live server that the process id file of these folders names. */
  static Optional<ProcessHandle> server(ServerFolders folders) {
    return read(folders.processId())
        .flatMap(ProcessHandle::of)
        .filter(ProcessHandle::isAlive)
        .filter(process -> isOurs(process, folders));
  }

  private static boolean isOurs(ProcessHandle process, ServerFolders folders) {
    String mark = option(folders);
    Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
    try {
      // ProcessHandle.info() cuts long command lines, and Elasticsearch's is one.
      String whole = Files.readString(commandLine, StandardCharsets.ISO_8859_1);
      String bytes = new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return ("\0" + whole + "\0").contains("\0" + bytes + "\0");
    } catch (IOException e) {
      return process.info().commandLine().filter(line -> line.contains(mark)).isPresent();
    }
  }

  private static Optional<Long> read(Path file) {
    try {
      String text = Files.exists(file) ? Files.readString(file).trim() : "";
      return text.matches("\\d{1,10}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
