package io.earshot.routes.download;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a file's bytes must come to.
 *
 * @param algorithm as Java names it
 * @param digits hexadecimal, in lower case
 */
public record Checksum(String algorithm, String digits) {

  public Checksum {
    digits = digits.toLowerCase(Locale.ROOT);
  }

  /** MD5, which published lists have: it finds damage, not forgery. */
  public static Checksum md5(String digits) {
    return new Checksum("MD5", required(digits, 32));
  }

  public static Checksum sha256(String digits) {
    return new Checksum("SHA-256", required(digits, 64));
  }

  private static String required(String digits, int length) {
    if (!digits.matches("[0-9A-Fa-f]{%d}".formatted(length))) {
      throw EarshotException.misconfigured(
          "'%s' is no checksum: %d hexadecimal digits are needed".formatted(digits, length));
    }
    return digits;
  }

  /** Whether a file's bytes come to it. */
  public boolean fits(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int got = in.read(block); got >= 0; got = in.read(block)) {
        digest.update(block, 0, got);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).equals(digits);
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has " + algorithm, e);
    }
  }
}
