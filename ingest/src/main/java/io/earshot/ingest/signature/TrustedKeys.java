package io.earshot.ingest.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Public keys out of a file with blocks of PEM: keys, or certificates of which the key is taken.
 */
public final class TrustedKeys {
  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([A-Za-z0-9+/=\\s]{1,20000})-----END");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");
  private static final long MAX_BYTES = 1 << 20;

  private TrustedKeys() {}

  /**
   * Reads the keys.
   *
   * @throws EarshotException of kind MISCONFIGURED when the file holds none or can't be read
   */
  public static List<PublicKey> load(Path file) {
    List<PublicKey> keys = new ArrayList<>();
    try {
      Matcher blocks = BLOCK.matcher(text(file));
      while (blocks.find()) {
        keys.add(key(blocks.group(1), Base64.getMimeDecoder().decode(blocks.group(2))));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          file + " can't be read as public keys in PEM; check ingest.vcon_keys",
          e);
    }
    if (keys.isEmpty()) {
      throw EarshotException.misconfigured(
          file + " holds no PUBLIC KEY and no CERTIFICATE in PEM; check ingest.vcon_keys");
    }
    return keys;
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("it is too large");
    }
    return Files.readString(file, ISO_8859_1);
  }

  private static PublicKey key(String kind, byte[] der) throws GeneralSecurityException {
    if (kind.equals("CERTIFICATE")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der))
          .getPublicKey();
    }
    for (String algorithm : KINDS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        // Another kind of key.
        continue;
      }
    }
    throw new GeneralSecurityException("a key of an unknown kind");
  }
}
