package io.earshot.console.upload;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of uploads over real HTTP: each has a server of its own. */
@Timeout(60)
abstract class ServedUploads {
  @TempDir Path folder;

  UploadServer server;

  @BeforeEach
  void serve() {
    server = new UploadServer(folder);
  }

  @AfterEach
  void close() {
    server.close();
  }
}
