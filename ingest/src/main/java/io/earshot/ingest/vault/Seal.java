package io.earshot.ingest.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import io.earshot.conversation.EarshotException;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Encrypts the originals of redacted conversations with one key, which lies in a file of its own.
 * Whoever has that file can read them, and without it nobody ever can: it belongs into a backup,
 * but not into the vault's.
 *
 * <p>A sealed file is the mark {@code EVS1}, 8 bytes that name the key, and a stream of Tink's
 * AES-256-GCM-HKDF with segments of 1 MB: each file has its own key, derived with a random salt,
 * and no segment can be changed, cut off, moved or taken into another file unnoticed. The mark, the
 * conversation's id and the file's name are authenticated with it. Any number of threads may use a
 * seal; memory is two segments for each file at work.
 */
public final class Seal {
  private static final byte[] MARK = "EVS1".getBytes(UTF_8);
  private static final int HEADER_BYTES = MARK.length + SealKey.ID_BYTES;
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final int BUFFER_BYTES = 64 << 10;

  /** Header, then of the stream: its length, salt, nonce prefix, and one authentication tag. */
  private static final int LEAST_BYTES = HEADER_BYTES + 1 + 32 + 7 + 16;

  private final Path keyFile;

  /** Null until it is needed and there. */
  private SealKey key;

  private Seal(Path keyFile) {
    this.keyFile = keyFile;
  }

  /**
   * A seal with the key in that file: 32 bytes as base64 text, readable by their owner only. A file
   * that is not there is made when something is sealed for the first time.
   *
   * @throws EarshotException of kind MISCONFIGURED when others may read the key, or it is none;
   *     UNAVAILABLE when it can't be read
   */
  public static Seal open(Path keyFile) {
    Seal seal = new Seal(keyFile);
    seal.known();
    return seal;
  }

  Path keyFile() {
    return keyFile;
  }

  /** Names the key; empty as long as there is none. */
  Optional<String> keyName() {
    return known().map(SealKey::name);
  }

  /** Makes the key if there is none, and names it. */
  String madeKeyName() {
    return made().name();
  }

  private synchronized Optional<SealKey> known() {
    if (key == null) {
      key = SealKey.read(keyFile).orElse(null);
    }
    return Optional.ofNullable(key);
  }

  private synchronized SealKey made() {
    if (known().isEmpty()) {
      key = SealKey.make(keyFile);
    }
    return key;
  }

  /** Writes a file's bytes sealed; the target stays open. */
  void seal(Path plain, String name, OutputStream target) throws IOException {
    SealKey used = made();
    target.write(MARK);
    target.write(used.id());
    try (InputStream in = Files.newInputStream(plain)) {
      // Not closed on failure: closing is what would make half a file look whole.
      OutputStream out = cipher(used).newEncryptingStream(new Open(target), context(name));
      in.transferTo(out);
      out.close();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /**
   * Writes the plain bytes of a sealed file. What was written before a failure is to be thrown
   * away.
   *
   * @throws IOException when the target fails
   * @throws EarshotException of kind BAD_INPUT when the file is damaged or another one's,
   *     MISCONFIGURED when its key is not this one, UNAVAILABLE when it can't be read
   */
  void unseal(Path sealed, String name, OutputStream target) throws IOException {
    try (InputStream in = Files.newInputStream(sealed)) {
      SealKey used = keyFor(sealed, in.readNBytes(HEADER_BYTES));
      InputStream plain = cipher(used).newDecryptingStream(in, context(name));
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = read(plain, buffer, sealed); n >= 0; n = read(plain, buffer, sealed)) {
        target.write(buffer, 0, n);
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /** The same, for what is small. */
  byte[] unseal(Path sealed, String name) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    unseal(sealed, name, plain);
    return plain.toByteArray();
  }

  private SealKey keyFor(Path sealed, byte[] header) throws IOException {
    if (Files.size(sealed) < LEAST_BYTES
        || !Arrays.equals(MARK, Arrays.copyOf(header, MARK.length))) {
      throw damaged(sealed, null);
    }
    String needed = HexFormat.of().formatHex(header, MARK.length, HEADER_BYTES);
    SealKey used = known().orElseThrow(() -> keyMissing(sealed, needed, "is not there"));
    if (!used.name().equals(needed)) {
      throw keyMissing(sealed, needed, "holds another one, " + used.name());
    }
    return used;
  }

  private EarshotException keyMissing(Path sealed, String needed, String what) {
    return EarshotException.misconfigured(
        "%s is sealed with the key %s, but %s %s; put back the right key file"
            .formatted(sealed, needed, keyFile, what));
  }

  private static int read(InputStream plain, byte[] buffer, Path sealed) {
    try {
      return plain.read(buffer);
    } catch (IOException e) {
      if (e.getCause() instanceof GeneralSecurityException) {
        throw damaged(sealed, e);
      }
      throw DiskFailure.of("Reading " + sealed.getFileName(), sealed.getParent(), e);
    }
  }

  private static EarshotException damaged(Path sealed, IOException cause) {
    return EarshotException.badInput(
        sealed + " is damaged or was not sealed as this file; put it back from a backup", cause);
  }

  private static AesGcmHkdfStreaming cipher(SealKey key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key.secret(), "HmacSha256", SealKey.BYTES, SEGMENT_BYTES, 0);
  }

  private static byte[] context(String name) {
    return ("EVS1 " + name).getBytes(UTF_8);
  }

  /** Shields a stream from being closed, since it still has to be forced to disk. */
  private static final class Open extends FilterOutputStream {
    Open(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      out.write(bytes, from, count);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
