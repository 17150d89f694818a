package io.earshot.routes.source;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * Which files of a source that keeps its files were taken already, on disk: one line a file, of its
 * path, size and time. Only a saving of work: a file that is forgotten is read again, and the vault
 * knows its content. Safe for use by several threads.
 */
final class FileMemory {
  private final Path store;
  private final Set<String> known = new HashSet<>();
  private boolean loaded;

  FileMemory(Path folder, String source) {
    this.store = folder.resolve(ConversationId.ofText(source) + ".taken");
  }

  boolean knows(Path file) {
    return knows(look(file));
  }

  void remember(Path file) {
    remember(look(file));
  }

  /** The same for what is no file, by a text that changes when it does. */
  synchronized boolean knows(String look) {
    load();
    return known.contains(mark(look));
  }

  synchronized void remember(String look) {
    load();
    String mark = mark(look);
    if (!known.add(mark)) {
      return;
    }
    try {
      Files.createDirectories(store.getParent());
      Files.writeString(store, mark + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      known.remove(mark);
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space".formatted(store, e), e);
    }
  }

  private void load() {
    if (loaded) {
      return;
    }
    try {
      if (Files.exists(store)) {
        // Lenient, for the last line may have been cut by a crash.
        known.addAll(
            new String(Files.readAllBytes(store), StandardCharsets.UTF_8).lines().toList());
      }
      loaded = true;
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be read (%s): mend its rights, or delete it".formatted(store, e), e);
    }
  }

  private static String look(Path file) {
    try {
      return "%s|%d|%d"
          .formatted(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      return ""; // gone meanwhile: unknown, and the intake will say so
    }
  }

  /** A digest, so that long paths cost no memory and odd names no escaping. */
  private static String mark(String look) {
    return look.isEmpty() ? "" : ConversationId.ofText(look).value();
  }
}
