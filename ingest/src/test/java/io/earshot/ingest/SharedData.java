package io.earshot.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real material that lies beside the checkout of those who have it. */
public final class SharedData {
  private SharedData() {}

  /** The path of a file; skips the test when it is not there. */
  public static Path file(String name) {
    Path file = Path.of("../../shared/data").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is not there");
    return file;
  }
}
