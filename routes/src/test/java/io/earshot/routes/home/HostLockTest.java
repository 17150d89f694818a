package io.earshot.routes.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLockTest {
  @TempDir Path folder;

  private Home home(String name) {
    return new Home(folder.resolve(name), folder, folder);
  }

  @Test
  void oneHostAtATimeAndTwoHomesNeverMeet() {
    try (HostLock first = HostLock.tryAcquire(home("a")).orElseThrow();
        HostLock other = HostLock.tryAcquire(home("b")).orElseThrow()) {
      assertThat(HostLock.tryAcquire(home("a"))).isEmpty();
      first.close();
      first.close();
      assertThat(HostLock.tryAcquire(home("a"))).isPresent();
    }
  }

  @Test
  void theRunFileIsTheOwnersAndEndsWithTheLock() throws Exception {
    Home home = home("a");
    try (HostLock lock = HostLock.tryAcquire(home).orElseThrow()) {
      RunFile written = new RunFile(7, "tcp://x", "u", "secret", "http://y", "v", "secret2", "");
      written.write(home);

      assertThat(RunFile.read(home)).contains(written);
      assertThat(written.toString()).doesNotContain("secret");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(home.run().resolve("service.json"))))
          .isEqualTo("rw-------");
    }
    assertThat(RunFile.read(home)).isEmpty();
  }
}
