package io.earshot.ingest.chat;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the turns of one conversation, cleaned, bounded and brought into order. */
final class TurnList {
  /** A day of one message a second; no conversation is longer. */
  private static final int MAX_TURNS = 86_400;

  private static final long UNTIMED = Long.MIN_VALUE;

  private final int maxCharacters;
  private final List<Draft> drafts = new ArrayList<>();
  private int characters;

  TurnList(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** What a recognizer told about a turn besides its text. */
  record Sound(int track, double confidence, List<Word> words) {
    static final Sound NONE = new Sound(0, 1, List.of());
  }

  private record Draft(Speaker speaker, String text, long startMs, long endMs, Sound sound) {}

  /** Adds a turn without a time; one without text is passed over. */
  void add(Speaker speaker, String text) {
    add(speaker, text, UNTIMED, UNTIMED);
  }

  /** Adds a turn with its times on any common clock; one without text is passed over. */
  void add(Speaker speaker, String text, long startMs, long endMs) {
    add(speaker, text, startMs, endMs, Sound.NONE);
  }

  void add(Speaker speaker, String text, long startMs, long endMs, Sound sound) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      return;
    }
    if (drafts.size() >= MAX_TURNS || characters + clean.length() > maxCharacters) {
      throw EarshotException.badInput(
          "the conversation is longer than %d turns or %d characters; split it"
              .formatted(MAX_TURNS, maxCharacters));
    }
    characters += clean.length();
    drafts.add(new Draft(speaker, clean, startMs, Math.max(startMs, endMs), sound));
  }

  /** Adds a turn before all others, at the time of the first; there must be one. */
  void addFirst(Speaker speaker, String text) {
    long firstMs = drafts.get(0).startMs();
    int before = drafts.size();
    add(speaker, text, firstMs, firstMs);
    if (drafts.size() > before) {
      drafts.add(0, drafts.remove(before));
    }
  }

  boolean isEmpty() {
    return drafts.isEmpty();
  }

  int characters() {
    return characters;
  }

  /** Whether every turn has a time. */
  boolean timed() {
    return !drafts.isEmpty() && drafts.stream().noneMatch(draft -> draft.startMs() == UNTIMED);
  }

  /** The earliest start; 0 unless {@link #timed}. */
  long firstMs() {
    return timed() ? drafts.stream().mapToLong(Draft::startMs).min().orElse(0) : 0;
  }

  /**
   * The turns: by time where all have one, those of the same time in the order they came; else as
   * they came.
   *
   * @param zeroMs the conversation's start on the clock of the turns
   */
  List<Turn> turns(long zeroMs) {
    boolean timed = timed();
    List<Draft> ordered = new ArrayList<>(drafts);
    if (timed) {
      ordered.sort(Comparator.comparingLong(Draft::startMs));
    }
    List<Turn> turns = new ArrayList<>(ordered.size());
    for (Draft draft : ordered) {
      long start = timed ? draft.startMs() - zeroMs : 0;
      long end = timed ? draft.endMs() - zeroMs : 0;
      Sound sound = draft.sound();
      turns.add(
          new Turn(
              turns.size(),
              draft.speaker(),
              sound.track(),
              start,
              end,
              draft.text(),
              sound.confidence(),
              sound.words()));
    }
    return turns;
  }

  /** Without control and byte-order characters, which only confuse what comes after. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(TurnList::isText).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isText(int c) {
    if (c == '\n' || c == '\t') {
      return true;
    }
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !Character.isISOControl(c) && c != 0xfeff && !loneSurrogate;
  }
}
