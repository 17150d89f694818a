package io.earshot.conversation.transcript;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and flags as JSON (RFC 8259). */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(Object value) {
    JsonText text = new JsonText();
    text.write(value);
    return text.out.toString();
  }

  private void write(Object value) {
    if (value instanceof Map<?, ?> members) {
      write(members);
    } else if (value instanceof List<?> elements) {
      write(elements);
    } else if (value instanceof CharSequence text) {
      write(text);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("no JSON: " + value.getClass());
    }
  }

  private void write(Map<?, ?> members) {
    String before = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      out.append(before);
      write((CharSequence) member.getKey());
      out.append(':');
      write(member.getValue());
      before = ",";
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }

  private void write(List<?> elements) {
    String before = "[";
    for (Object element : elements) {
      out.append(before);
      write(element);
      before = ",";
    }
    out.append(elements.isEmpty() ? "[]" : "]");
  }

  private void write(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        default -> plain(c);
      }
    }
    out.append('"');
  }

  private void plain(char c) {
    if (c < 0x20 || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }
}
