package io.earshot.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names one conversation everywhere: in the vault, the queues, the index and in addresses.
 *
 * <p>It is derived from content, so the same recording handed in twice is the same conversation.
 *
 * @param value 32 lower-case hexadecimal digits (the first 128 bits of a SHA-256)
 */
public record ConversationId(String value) implements Comparable<ConversationId> {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public ConversationId {
    if (!isId(value)) {
      throw EarshotException.badInput(
          "'%s' is no conversation id: 32 hexadecimal digits are expected".formatted(value));
    }
  }

  /** Whether a text has the form of an id. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  /** The id for a SHA-256 digest of the content. */
  public static ConversationId ofDigest(byte[] sha256) {
    return new ConversationId(HexFormat.of().formatHex(sha256, 0, 16));
  }

  /** The id for a content given as text, such as a canonical form or the source's own id. */
  public static ConversationId ofText(String content) {
    return ofDigest(sha256().digest(content.getBytes(UTF_8)));
  }

  /** A fresh SHA-256 digest, for those who stream content. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(ConversationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
