package io.earshot.ingest.chat.notation;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads how exports name languages. */
public final class LanguageTag {
  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_].*)?");

  private LanguageTag() {}

  /** The main part of a tag: {@code zh} of {@code zh-CN}; empty when it is none. */
  public static String primary(String tag) {
    if (!TAG.matcher(tag).matches()) {
      return "";
    }
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }
}
