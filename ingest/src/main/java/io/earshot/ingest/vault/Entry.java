package io.earshot.ingest.vault;

import io.earshot.conversation.ConversationId;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the parts of one conversation lie. */
record Entry(Path folder) {
  static Entry of(Path root, ConversationId id) {
    return new Entry(root.resolve(id.value().substring(0, 2)).resolve(id.value()));
  }

  Path envelope() {
    return folder.resolve("envelope.json");
  }

  Path media() {
    return folder.resolve("media");
  }

  Path turns() {
    return folder.resolve("turns.json");
  }

  Path analysis() {
    return folder.resolve("analysis.json");
  }

  Path vectors() {
    return folder.resolve("vectors.bin");
  }

  Path outcome() {
    return folder.resolve("outcome.json");
  }

  Path quarantine() {
    return folder.resolve("quarantine.json");
  }

  boolean exists() {
    return Files.exists(envelope());
  }
}
