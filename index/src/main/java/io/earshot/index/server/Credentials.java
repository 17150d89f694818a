package io.earshot.index.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The password of the private server, made once for a home. */
record Credentials(String password) {
  static final String USER = "earshot";

  private static final String FILE = "elasticsearch-password";
  private static final int PASSWORD_BYTES = 24;
  private static final int SALT_BYTES = 32;

  /** Elasticsearch's own count for passwords of 192 random bits: no dictionary can guess them. */
  private static final int ROUNDS = 10_000;

  private static final int HASH_BITS = 256;

  /** The home's password; made when there is none. Only the Earshot user can read its file. */
  static Credentials of(Path run) throws IOException {
    Path file = file(run);
    if (Files.exists(file)) {
      String password = Files.readString(file).trim();
      if (!password.isEmpty()) {
        return new Credentials(password);
      }
    }
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Credentials made = new Credentials(HexFormat.of().formatHex(random));
    Path part = run.resolve(FILE + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, made.password + "\n", UTF_8);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    return made;
  }

  static Path file(Path run) {
    return run.resolve(FILE);
  }

  /** The line of the file realm's user file: name and salted hash. */
  String userLine() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    try {
      PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key).getEncoded();
      Base64.Encoder text = Base64.getEncoder();
      return "%s:{PBKDF2}%d$%s$%s\n"
          .formatted(USER, ROUNDS, text.encodeToString(salt), text.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PBKDF2 with SHA-512", e);
    }
  }

  @Override
  public String toString() {
    return "Credentials[]";
  }
}
