package io.earshot.ingest.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message, as far as it matters to a conversation.
 *
 * @param id its Message-ID; empty when it has none
 * @param answers the ids of the messages before it, oldest first
 * @param from who wrote it, as {@code Name <address>}, or the one of them that is known
 * @param subject without {@code Re:} and its like
 * @param sentAt when, if it says so
 * @param automatic whether a machine answered
 * @param text what the writer said, without quotes and signature; may be empty
 * @param attachments what is not text, in its order, at most 100
 */
public record Mail(
    String id,
    List<String> answers,
    String from,
    String subject,
    Optional<Instant> sentAt,
    boolean automatic,
    String text,
    List<MailAttachment> attachments) {

  private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,500}>");
  private static final Pattern ADDRESS =
      Pattern.compile("([^<>]*)<([^<>\\s]{1,320})>.*", Pattern.DOTALL);
  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)^\\s*(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|回复|答复|转发|回覆|轉寄|答覆)\\s?(?:\\[\\d{1,3}\\])?\\s?[:：]\\s*)+");
  private static final int MOST_ANSWERS = 200;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu H:mm[:ss] [Z][zzz]", Locale.ENGLISH);

  public Mail {
    answers = List.copyOf(answers);
    attachments = List.copyOf(attachments);
  }

  /** Reads a message; whatever the bytes are, something comes out. */
  public static Mail parse(byte[] bytes) {
    MailPart whole = MailPart.parse(new String(bytes, ISO_8859_1));
    List<String> ids = ids(whole.header("message-id"));
    return new Mail(
        ids.isEmpty() ? "" : ids.get(0),
        answers(whole),
        person(HeaderWords.decode(whole.header("from"))),
        REPLY.matcher(HeaderWords.decode(whole.header("subject"))).replaceFirst("").strip(),
        sentAt(whole.header("date")),
        isAutomatic(whole),
        OwnWords.of(whole.text()),
        whole.attachments().stream().map(MailAttachment::new).toList());
  }

  /** The same without the bytes of its attachments, to be kept for longer. */
  public Mail withoutAttachments() {
    return new Mail(id, answers, from, subject, sentAt, automatic, text, List.of());
  }

  /** The id of the message with which its thread began, as far as it knows; may be empty. */
  public String thread() {
    return answers.isEmpty() ? id : answers.get(0);
  }

  /**
   * Reads the text of a body whose type is known.
   *
   * @param type as in a Content-Type header, with its parameters
   */
  public static String text(String type, String body) {
    byte[] utf8 = body.getBytes(UTF_8);
    String headers = "Content-Type: " + type.replaceAll("[\\r\\n]+", " ") + "\n\n";
    return OwnWords.of(MailPart.parse(headers + new String(utf8, ISO_8859_1)).text());
  }

  private static List<String> answers(MailPart whole) {
    List<String> answers = new ArrayList<>(ids(whole.header("references")));
    ids(whole.header("in-reply-to")).stream()
        .filter(id -> !answers.contains(id))
        .forEach(answers::add);
    return answers;
  }

  private static List<String> ids(String header) {
    return ID.matcher(header).results().limit(MOST_ANSWERS).map(found -> found.group()).toList();
  }

  private static String person(String from) {
    Matcher matcher = ADDRESS.matcher(from.strip());
    if (!matcher.matches()) {
      return from.strip();
    }
    String name = matcher.group(1).replace("\"", "").strip();
    String address = matcher.group(2).toLowerCase(Locale.ROOT);
    return name.isEmpty() || name.equalsIgnoreCase(address) ? address : name + " <" + address + ">";
  }

  private static Optional<Instant> sentAt(String header) {
    String plain = header.replaceAll("\\([^()]*\\)", "").replaceAll("\\s+", " ").strip();
    // A weekday may be wrong, and tells nothing.
    String date = plain.replaceFirst("^\\p{L}{2,9}\\.?,? ", "");
    try {
      return date.isEmpty()
          ? Optional.empty()
          : Optional.of(ZonedDateTime.parse(date, DATE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** By RFC 3834, and by what was in use before it. */
  private static boolean isAutomatic(MailPart whole) {
    String automatic = whole.header("auto-submitted").toLowerCase(Locale.ROOT);
    String precedence = whole.header("precedence").toLowerCase(Locale.ROOT);
    return (!automatic.isEmpty() && !automatic.startsWith("no"))
        || precedence.equals("auto_reply")
        || whole.headers().containsKey("x-autoreply")
        || whole.headers().containsKey("x-autorespond");
  }

  @Override
  public String toString() {
    return "Mail[%s, %d characters]".formatted(id, text.length());
  }
}
