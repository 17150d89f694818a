package io.earshot.analysis.redaction.finding;

import io.earshot.analysis.language.Span;
import java.util.Collection;
import java.util.List;

/**
 * The text of one turn, made plain, with what was said just before it. Every character stands where
 * it stands in the original. Immutable, but for what it works out once.
 */
public final class Passage {
  /** Stands for each character of what is masked. */
  public static final char HOLE = '\uFFFC';

  private static final int REMEMBERED = 160;

  private final String text;
  private final String lower;
  private final String language;
  private final String before;
  private final List<Lexeme> lexemes;

  /** Worked out for one vocabulary; to do so twice in two threads does no harm. */
  private volatile Announcements announcements;

  private Passage(String text, String language, String before) {
    this.text = text;
    this.lower = Plain.lower(text);
    this.language = language;
    this.before = before;
    this.lexemes = List.copyOf(Lexeme.of(lower));
  }

  /**
   * Makes a text plain.
   *
   * @param language BCP 47 tag
   * @param before what was said just before, in plain lower case; empty where nothing was
   */
  public static Passage of(String text, String language, String before) {
    String end = before.substring(Math.max(0, before.length() - REMEMBERED));
    return new Passage(Plain.text(text.replace(HOLE, ' ')), language, end);
  }

  /** The same with holes where the spans are. */
  public Passage without(Collection<Span> spans) {
    if (spans.isEmpty()) {
      return this;
    }
    StringBuilder left = new StringBuilder(text);
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        left.setCharAt(i, HOLE);
      }
    }
    return new Passage(left.toString(), language, before);
  }

  /** The same after other words. */
  public Passage after(String words) {
    return new Passage(text, language, words.substring(Math.max(0, words.length() - REMEMBERED)));
  }

  public String text() {
    return text;
  }

  public String lower() {
    return lower;
  }

  public boolean chinese() {
    return language.startsWith("zh");
  }

  /** What was said just before, in plain lower case. */
  public String before() {
    return before;
  }

  public List<Lexeme> lexemes() {
    return lexemes;
  }

  /** Whether letter case says something: recognised speech and hurried typing have none. */
  public boolean cased() {
    return !text.equals(lower);
  }

  /** The last {@code most} characters in lower case before a place, not across a hole. */
  public String leading(int at, int most) {
    int from = Math.max(Math.max(0, at - most), lower.lastIndexOf(HOLE, Math.max(0, at - 1)) + 1);
    return from >= at ? "" : lower.substring(from, at);
  }

  /** The first {@code most} characters in lower case from a place, not across a hole. */
  public String trailing(int at, int most) {
    int hole = lower.indexOf(HOLE, at);
    int to = Math.min(hole < 0 ? lower.length() : hole, at + most);
    return to <= at ? "" : lower.substring(at, to);
  }

  /** Words of a vocabulary in this text. */
  List<ContextWords.Hit> hits(ContextWords words) {
    return announcements(words).here();
  }

  /** Words of a vocabulary in what was said before. */
  List<ContextWords.Hit> hitsBefore(ContextWords words) {
    return announcements(words).before();
  }

  private Announcements announcements(ContextWords words) {
    Announcements known = announcements;
    if (known == null || known.words != words) {
      known = new Announcements(words, words.hits(lower), words.hits(before));
      announcements = known;
    }
    return known;
  }

  private record Announcements(
      ContextWords words, List<ContextWords.Hit> here, List<ContextWords.Hit> before) {}

  @Override
  public String toString() {
    return "Passage[%s, %d characters]".formatted(language, text.length());
  }
}
