package io.earshot.routes.console;

import io.earshot.console.operations.QuarantineView.KeptFile;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files that the vault keeps of what was received. */
final class KeptFiles {
  private final Vault vault;
  private final Path scratch;

  KeptFiles(Vault vault, Path scratch) {
    this.vault = vault;
    this.scratch = scratch;
  }

  long bytes(ConversationId id) {
    return present(id).stream().mapToLong(KeptFiles::size).sum();
  }

  private List<Path> present(ConversationId id) {
    return vault.media(id).stream().filter(Files::exists).toList();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // taken away meanwhile
    }
  }

  /** One file as it is; several, which are one call, as one archive. */
  Optional<KeptFile> of(ConversationId id) {
    List<Path> files = present(id);
    String source = vault.envelope(id).conversation().source();
    return switch (files.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new KeptFile(source, files.get(0), false));
      default -> Optional.of(new KeptFile(source + ".zip", archive(files, id), true));
    };
  }

  private Path archive(List<Path> files, ConversationId id) {
    Envelope envelope = vault.envelope(id);
    try {
      Path archive = Files.createTempFile(Files.createDirectories(scratch), "kept", ".zip");
      try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
        out.setLevel(0); // sound hardly shrinks
        for (int i = 0; i < files.size(); i++) {
          out.putNextEntry(new ZipEntry(name(files.get(i), i, envelope)));
          Files.copy(files.get(i), out);
        }
      }
      return archive;
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space".formatted(scratch, e), e);
    }
  }

  private static String name(Path file, int track, Envelope envelope) {
    String name = file.getFileName().toString(); // its number and the ending it came with
    return track < envelope.roles().size() ? envelope.roles().get(track).code() + "-" + name : name;
  }
}
