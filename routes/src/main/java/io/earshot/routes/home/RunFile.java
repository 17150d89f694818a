package io.earshot.routes.home;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses of a running host, for other processes of the same user and home. Readable by the
 * owner only, for it holds generated passwords.
 *
 * @param pid the host's process
 * @param brokerUrl where its queues are reached
 * @param brokerUser name for the queues
 * @param brokerPassword generated for this run
 * @param indexUrl where its Elasticsearch is reached
 * @param indexUser name for the index
 * @param indexPassword secret for the index
 * @param httpUrl where people and health checks look; empty when it serves none
 */
public record RunFile(
    long pid,
    String brokerUrl,
    String brokerUser,
    String brokerPassword,
    String indexUrl,
    String indexUser,
    String indexPassword,
    String httpUrl) {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Replaces the home's run file in one step. */
  public void write(Home home) {
    try {
      Path temporary = Files.createTempFile(home.run(), "service", ".tmp", OWNER_ONLY);
      Files.write(temporary, JSON.writeValueAsBytes(this));
      Files.move(temporary, file(home), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space".formatted(file(home), e), e);
    }
  }

  /** What a host wrote; empty when there is none, or it is on its way. */
  public static Optional<RunFile> read(Home home) {
    try {
      return Optional.of(JSON.readValue(file(home).toFile(), RunFile.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static void delete(Home home) {
    try {
      Files.deleteIfExists(file(home));
    } catch (IOException e) {
      // A stale run file does no harm: it is trusted only while the lock is held.
    }
  }

  private static Path file(Home home) {
    return home.run().resolve("service.json");
  }

  @Override
  public String toString() {
    return "RunFile[pid %d]".formatted(pid);
  }
}
