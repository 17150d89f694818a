package io.earshot.ingest.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.earshot.conversation.EarshotException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Takes the messages out of a file: one, or many with a {@code From } line before each. */
public final class Mailbox {
  /** Of attachments nothing is kept, but they have to be read. */
  private static final int MAX_MAIL = 64 << 20;

  private static final int MAX_MAILS = 200_000;
  private static final int MAX_TEXT = 64 << 20;

  private final Consumer<Mail> mails;
  private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
  private int count;
  private long text;

  private Mailbox(Consumer<Mail> mails) {
    this.mails = mails;
  }

  /**
   * Reads a file.
   *
   * @return how many messages there were, at least one
   * @throws EarshotException of kind BAD_INPUT when there is too much of anything, UNAVAILABLE when
   *     it can't be read
   */
  public static int read(Path file, Consumer<Mail> mails) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 << 10)) {
      return new Mailbox(mails).read(in);
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be read (%s); check that it is still there and may be read".formatted(file, e),
          e);
    }
  }

  private int read(InputStream in) throws IOException {
    byte[] line = line(in);
    boolean box = isSeparator(line);
    boolean blank = true;
    while (line.length > 0) {
      if (box && blank && isSeparator(line)) {
        end();
      } else {
        append(box ? unquoted(line) : line);
      }
      blank = line[0] == '\n' || (line[0] == '\r' && line.length == 2);
      line = line(in);
    }
    end();
    return count;
  }

  private static boolean isSeparator(byte[] line) {
    return new String(line, 0, Math.min(line.length, 5), ISO_8859_1).equals("From ");
  }

  /** In a box a line that begins with From has a mark before it. */
  private static byte[] unquoted(byte[] line) {
    String text = new String(line, ISO_8859_1);
    return text.matches("(?s)>{1,20}From .*") ? text.substring(1).getBytes(ISO_8859_1) : line;
  }

  /** A line with its end; empty at the end of the file. */
  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.write(c);
      if (c == '\n') {
        break;
      }
      if (line.size() > MAX_MAIL) {
        throw tooMuch();
      }
    }
    return line.toByteArray();
  }

  private void append(byte[] line) {
    if (mail.size() + line.length > MAX_MAIL) {
      throw tooMuch();
    }
    mail.writeBytes(line);
  }

  private void end() {
    if (mail.size() == 0) {
      return;
    }
    Mail found = Mail.parse(mail.toByteArray());
    mail.reset();
    text += found.text().length();
    if (++count > MAX_MAILS || text > MAX_TEXT) {
      throw tooMuch();
    }
    mails.accept(found);
  }

  private static EarshotException tooMuch() {
    return EarshotException.badInput(
        "there is a mail of more than %d MB, or more than %d mails or %d MB of text; split it"
            .formatted(MAX_MAIL >> 20, MAX_MAILS, MAX_TEXT >> 20));
  }
}
