package io.earshot.routes.home;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds all state of one installation, {@code EARSHOT_HOME}. Two homes share
 * nothing. A value; {@link #create()} alone touches the disk.
 *
 * @param root the folder, absolute
 * @param program the folder with what was built: {@code lib}, {@code models}, {@code
 *     elasticsearch-*}
 * @param checkout the folder with {@code config} and {@code samples}
 */
public record Home(Path root, Path program, Path checkout) {

  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** From the system properties that the launcher sets, with defaults for a run from an IDE. */
  public static Home fromSystem() {
    Path checkout = Path.of(System.getProperty("earshot.checkout", ".")).toAbsolutePath();
    String root = System.getProperty("earshot.home", checkout.resolve("var").toString());
    String program =
        System.getProperty("earshot.program", checkout.resolve("routes/target/dist").toString());
    return new Home(Path.of(root), Path.of(program), checkout);
  }

  /**
   * Makes the folders.
   *
   * @throws EarshotException of kind MISCONFIGURED when the home can't be written
   */
  public Home create() {
    try {
      for (Path folder : new Path[] {run(), log(), cache(), models()}) {
        Files.createDirectories(folder);
      }
      for (Path folder : new Path[] {vault(), broker(), scratch()}) {
        // What was said is the owner's alone.
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      return this;
    } catch (IOException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          "%s can't be written (%s): free space or mend its rights, or set EARSHOT_HOME to another folder"
              .formatted(root, e),
          e);
    }
  }

  public Path vault() {
    return root.resolve("vault");
  }

  public Path broker() {
    return root.resolve("broker");
  }

  /** Files that were handed over in the console and are not in the vault yet. */
  public Path uploads() {
    return root.resolve("uploads");
  }

  /** What the console keeps: users, comments, the audit log. */
  public Path console() {
    return root.resolve("console").resolve("console.db");
  }

  public Path models() {
    return root.resolve("models");
  }

  public Path cache() {
    return root.resolve("cache");
  }

  public Path run() {
    return root.resolve("run");
  }

  /** Recordings on their way, such as redacted ones that the vault does not have yet. */
  public Path scratch() {
    return root.resolve("scratch");
  }

  /** The key of the originals that are kept, unless settings name another. */
  public Path originalsKey() {
    return root.resolve("keys").resolve("originals.key");
  }

  public Path log() {
    return root.resolve("log");
  }

  /**
   * Takes over what the build learned from the shipped examples, so that a new home need not learn
   * it again. Files are named by what they were learned from: other examples are learned as ever.
   */
  public void takeOverLearned() {
    Path shipped = program.resolve("learned");
    if (!Files.isDirectory(shipped)) {
      return;
    }
    Path own = cache().resolve("learned");
    try (var files = Files.list(shipped)) {
      Files.createDirectories(own);
      for (Path file : files.toList()) {
        Path target = own.resolve(file.getFileName().toString());
        if (!Files.exists(target)) {
          Path aside = Files.createTempFile(own, "taken", ".tmp");
          Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
          Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        }
      }
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space".formatted(own, e), e);
    }
  }

  /** Which files a source that keeps its files has already handed over. */
  public Path sources() {
    return root.resolve("sources");
  }

  /** Whether nothing was ever taken in here. */
  public boolean isNew() {
    try (var entries = Files.list(vault())) {
      // Entries lie in folders named by the first two digits of their id.
      return entries.noneMatch(entry -> entry.getFileName().toString().length() == 2);
    } catch (IOException e) {
      return true;
    }
  }

  /** Bytes that can still be written under the home; 0 when it can't be told. */
  public long usableBytes() {
    try {
      return Files.getFileStore(root).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  /** The unpacked Elasticsearch that the build put beside the program. */
  public Path elasticsearch() {
    try (var entries = Files.list(program)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("elasticsearch-"))
          .findFirst()
          .orElseThrow(() -> notBuilt("an elasticsearch folder"));
    } catch (IOException e) {
      throw notBuilt("anything");
    }
  }

  /** The settings file: the home's own where there is one, else the one that ships. */
  public Path settingsFile() {
    Path own = root.resolve("settings.yaml");
    return Files.exists(own) ? own : checkout.resolve("config/settings.yaml");
  }

  private EarshotException notBuilt(String what) {
    return EarshotException.misconfigured(
        "%s does not hold %s: build with ./earshot or 'mvn package'".formatted(program, what));
  }
}
