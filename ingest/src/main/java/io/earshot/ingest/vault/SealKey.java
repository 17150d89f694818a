package io.earshot.ingest.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret of a seal, kept in a file as base64 text, and a name for it that tells nothing. */
final class SealKey {
  static final int BYTES = 32;
  static final int ID_BYTES = 8;

  /** Base64 of 32 bytes has 44 characters; a file much longer is something else. */
  private static final int MOST_CHARACTERS = 256;

  private final byte[] secret;
  private final byte[] id;

  private SealKey(byte[] secret) {
    this.secret = secret;
    this.id = id(secret);
  }

  byte[] secret() {
    return secret.clone();
  }

  byte[] id() {
    return id.clone();
  }

  String name() {
    return HexFormat.of().formatHex(id);
  }

  /** A one-way function of the secret, so that it may stand in files and messages. */
  private static byte[] id(byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal("earshot key id".getBytes(UTF_8)), ID_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  /** Reads a key; empty when there is no such file. */
  static Optional<SealKey> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      if (!PrivateFile.isPrivate(file)) {
        throw EarshotException.misconfigured(
            "The key %s can be read by others than its owner; run: chmod 600 %s"
                .formatted(file, file));
      }
      return Optional.of(parse(file, new String(in.readNBytes(MOST_CHARACTERS), UTF_8).strip()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "The key %s can't be read (%s); give this user the right to".formatted(file, e), e);
    }
  }

  private static SealKey parse(Path file, String text) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Without the cause: its message quotes characters of the key.
      secret = new byte[0];
    }
    if (secret.length != BYTES) {
      throw EarshotException.misconfigured(
          "%s holds no key: %d bytes in base64 are expected; put back the right file"
              .formatted(file, BYTES));
    }
    return new SealKey(secret);
  }

  /** Makes a key, safe on disk; where another process was first, its key is taken. */
  static SealKey make(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    Path draft = folder.resolve(".key-" + UUID.randomUUID());
    LocalDisk disk = new LocalDisk();
    try {
      disk.createFolder(folder);
      try {
        write(draft);
        disk.force(draft);
        link(file, draft);
      } finally {
        disk.delete(draft);
      }
      disk.forceFolder(folder);
    } catch (IOException e) {
      throw DiskFailure.of("Making the key " + file.getFileName(), folder, e);
    }
    return read(file)
        .orElseThrow(() -> EarshotException.misconfigured("The key " + file + " was taken away"));
  }

  private static void write(Path draft) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    try (OutputStream out = PrivateFile.create(draft)) {
      out.write((Base64.getEncoder().encodeToString(secret) + "\n").getBytes(UTF_8));
    }
  }

  /** Unlike a rename, a link never replaces a key that is there, and it appears whole. */
  private static void link(Path file, Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another process was first.
    } catch (UnsupportedOperationException e) {
      throw new IOException("its file system has no hard links", e);
    }
  }
}
