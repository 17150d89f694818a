package io.earshot.routes.download;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What there is of a file so far, and beside it what the server calls this version of it. */
record PartialFile(Path folder, WebAddress address) {
  private static final Logger LOG = LoggerFactory.getLogger(PartialFile.class);
  private static final int LONGEST_VALIDATOR = 512;

  Path file() {
    return folder.resolve(key() + ".part");
  }

  private Path note() {
    return folder.resolve(key() + ".version");
  }

  private String key() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(address.uri().toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** What names the version that was begun; empty when it can't be gone on with. */
  Optional<String> validator() {
    try {
      return Files.exists(note()) ? Optional.of(Files.readString(note())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What names the version that a server gives; a weak tag does not name its bytes. */
  static Optional<String> validator(HttpURLConnection connection) {
    String tag = connection.getHeaderField("ETag");
    String date = connection.getHeaderField("Last-Modified");
    return Optional.ofNullable(tag == null || tag.startsWith("W/") ? date : tag)
        .filter(text -> text.length() <= LONGEST_VALIDATOR);
  }

  void remember(Optional<String> validator) throws IOException {
    if (validator.isPresent()) {
      Files.writeString(note(), validator.get());
    } else {
      Files.deleteIfExists(note());
    }
  }

  void discard() {
    try {
      Files.deleteIfExists(file());
      Files.deleteIfExists(note());
    } catch (IOException e) {
      LOG.debug("{} stays: a later download goes on with it, or begins anew", file(), e);
    }
  }
}
