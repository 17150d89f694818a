package io.earshot.ingest.vault;

import io.earshot.conversation.ConversationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Walks over a vault's entries, one shard at a time, so that a hundred thousand cost no memory. */
final class Listing {
  private static final Pattern SHARD = Pattern.compile("[0-9a-f]{2}");
  private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{32}");

  private Listing() {}

  static Stream<ConversationId> ids(Path root) {
    return names(root, SHARD)
        .flatMap(shard -> names(root.resolve(shard), ENTRY))
        .map(ConversationId::new);
  }

  @SuppressWarnings("StreamResourceLeak") // closed by flatMap, the outermost by the caller
  private static Stream<String> names(Path folder, Pattern form) {
    try {
      return Files.list(folder)
          .map(path -> path.getFileName().toString())
          .filter(form.asMatchPredicate());
    } catch (NoSuchFileException e) {
      return Stream.empty();
    } catch (IOException e) {
      throw DiskFailure.of("Listing", folder, e);
    }
  }
}
