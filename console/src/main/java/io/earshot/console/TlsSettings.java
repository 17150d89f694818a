package io.earshot.console;

import io.earshot.config.Section;
import java.nio.file.Path;
import java.util.Optional;

/**
 * HTTPS on the server itself.
 *
 * @param certificate PEM: the server's certificate, then those above it
 * @param key PEM, PKCS#8, not encrypted: readable by the one who runs the program alone
 */
public record TlsSettings(Path certificate, Path key) {

  /** Reads {@code console.tls}; empty when the server speaks plain HTTP. */
  static Optional<TlsSettings> from(Section section) {
    Optional<Path> certificate = section.path("certificate");
    Optional<Path> key = section.path("key");
    if (certificate.isPresent() != key.isPresent()) {
      section.problem(certificate.isPresent() ? "key" : "certificate", "is missing");
    }
    return certificate.flatMap(chain -> key.map(secret -> new TlsSettings(chain, secret)));
  }
}
