package io.earshot.ingest.chat.file;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * A text file whose encoding is known. Opening it reads it once, to find out the encoding and the
 * digest; each {@link #reader} reads it again. Immutable.
 */
public final class ChatFile {
  private static final int OPENING_CHARACTERS = 64 << 10;

  private final Path path;
  private final TextEncoding encoding;
  private final byte[] digest;
  private final String opening;

  private ChatFile(Path path, TextEncoding encoding, byte[] digest) {
    this.path = path;
    this.encoding = encoding;
    this.digest = digest;
    this.opening = readOpening();
  }

  /**
   * Opens a file.
   *
   * @param charset given by the user; empty to find out
   * @throws EarshotException of kind BAD_INPUT when it is no text, UNAVAILABLE when it can't be
   *     read
   */
  public static ChatFile open(Path path, Optional<Charset> charset) {
    MessageDigest digest = ConversationId.sha256();
    TextEncoding.Detector detector = new TextEncoding.Detector();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] buffer = new byte[64 << 10];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        detector.add(buffer, n);
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    TextEncoding encoding =
        charset
            .map(given -> new TextEncoding(given, -1))
            .orElseGet(() -> detector.end(path.getFileName().toString()));
    return new ChatFile(path, encoding, digest.digest());
  }

  public Path path() {
    return path;
  }

  public String name() {
    return path.getFileName().toString();
  }

  /** The id of the file's bytes, under which it is kept when it can't be read. */
  public ConversationId bytesId() {
    return ConversationId.ofDigest(digest);
  }

  /** The first characters, at most 65,536. */
  public String opening() {
    return opening;
  }

  public boolean endsWith(String... endings) {
    String name = name().toLowerCase(Locale.ROOT);
    for (String ending : endings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some bytes do not fit the encoding: they are read as U+FFFD. */
  public boolean damaged() {
    return encoding.damaged();
  }

  /** For readers that can't do with a part of the file. */
  public void refuseIfDamaged() {
    if (damaged()) {
      throw EarshotException.badInput(
          "%s is neither UTF-8, UTF-16 nor GB18030 text: byte %d does not fit %s; export it as UTF-8"
              .formatted(name(), encoding.damagedAt(), encoding.charset()));
    }
  }

  /** Reads from the start, without the byte order mark. */
  public BufferedReader reader() {
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(
                  Files.newInputStream(path),
                  encoding
                      .charset()
                      .newDecoder()
                      .onMalformedInput(CodingErrorAction.REPLACE)
                      .onUnmappableCharacter(CodingErrorAction.REPLACE)),
              64 << 10);
      skipMark(reader);
      return reader;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static void skipMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  private String readOpening() {
    try (Reader reader = reader()) {
      char[] characters = new char[OPENING_CHARACTERS];
      int filled = 0;
      int n = reader.read(characters, 0, characters.length);
      while (n > 0) {
        filled += n;
        n = reader.read(characters, filled, characters.length - filled);
      }
      return new String(characters, 0, filled);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  public EarshotException unreadable(IOException cause) {
    return unreadable(path, cause);
  }

  private static EarshotException unreadable(Path path, IOException cause) {
    return EarshotException.unavailable(
        "%s can't be read (%s); check that it is still there and may be read"
            .formatted(path, cause),
        cause);
  }
}
