package io.earshot.ingest.chat.lines;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.ingest.chat.notation.LanguageTag;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code # key: value} lines above a conversation. */
final class Headers {
  private static final int MAX_HEADERS = 40;
  private static final Pattern HEADER =
      Pattern.compile("#+\\s*([\\p{L}\\p{N} _-]{1,40}?)\\s*[:：]\\s*(\\S.{0,500}?)\\s*");

  private final Map<String, String> values = new HashMap<>();

  /** Takes a line if it is a header, a comment or blank. */
  boolean take(String line) {
    String text = line.strip();
    if (!text.startsWith("#")) {
      return text.isEmpty();
    }
    Matcher matcher = HEADER.matcher(text);
    if (matcher.matches() && values.size() < MAX_HEADERS) {
      values.put(key(matcher.group(1)), matcher.group(2));
    }
    return true;
  }

  private static String key(String written) {
    return written.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }

  void putIfAbsent(String key, String value) {
    values.putIfAbsent(key, value);
  }

  Optional<String> attribute(String key) {
    return Optional.ofNullable(values.get(key));
  }

  Optional<Instant> startedAt(ZoneId zone) {
    return attribute("started_at")
        .flatMap(Stamp::parse)
        .filter(stamp -> stamp.date().isPresent())
        .map(stamp -> stamp.at(stamp.date().get(), zone));
  }

  String language() {
    return attribute("language").map(LanguageTag::primary).orElse("");
  }

  Optional<Channel> channel() {
    return attribute("channel")
        .filter(code -> code.equalsIgnoreCase("call") || code.equalsIgnoreCase("chat"))
        .map(Channel::of);
  }

  /** The facts that have no place of their own in a conversation. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new HashMap<>(values);
    attributes.keySet().removeAll(List.of("started_at", "language"));
    attributes.remove("channel");
    Optional.ofNullable(attributes.remove("session"))
        .ifPresent(session -> attributes.putIfAbsent(Conversation.CALL_ID, session));
    return attributes;
  }
}
