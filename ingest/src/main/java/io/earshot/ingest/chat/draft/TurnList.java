package io.earshot.ingest.chat.draft;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import io.earshot.ingest.text.RepairReport;
import io.earshot.ingest.text.TextRepair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects the turns of one conversation, cleaned, bounded and brought into order. For one thread.
 */
public final class TurnList {
  /** A day of one message a second; no conversation is longer. */
  private static final int MAX_TURNS = 86_400;

  private static final long UNTIMED = Long.MIN_VALUE;

  private final int maxCharacters;
  private final RepairReport repairs = new RepairReport();
  private final List<Draft> drafts = new ArrayList<>();
  private int characters;

  public TurnList(int maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /** What a recognizer told about a turn besides its text. */
  public record Sound(int track, double confidence, List<Word> words) {
    /** Of what was written. */
    public static final Sound NONE = new Sound(0, 1, List.of());
  }

  /**
   * A turn to be.
   *
   * @param party the name of who spoke, where the role is not known yet; else empty
   * @param original as it was before it was mended; empty where nothing had to be
   */
  private record Draft(
      Speaker speaker,
      String party,
      String text,
      String original,
      long startMs,
      long endMs,
      Sound sound) {

    Draft by(Speaker known) {
      return new Draft(known, party, text, original, startMs, endMs, sound);
    }
  }

  /** Adds a turn without a time; one without text is passed over. */
  public void add(Speaker speaker, String text) {
    add(speaker, text, UNTIMED, UNTIMED);
  }

  /** Adds a turn with its times on any common clock; one without text is passed over. */
  public void add(Speaker speaker, String text, long startMs, long endMs) {
    add(speaker, text, startMs, endMs, Sound.NONE);
  }

  public void add(Speaker speaker, String text, long startMs, long endMs, Sound sound) {
    add(speaker, "", text, startMs, endMs, sound);
  }

  /** Adds a turn of somebody whose role is told by {@link #nameRoles} when all is read. */
  public void addNamed(String party, String text, Optional<Instant> time) {
    long ms = time.map(Instant::toEpochMilli).orElse(UNTIMED);
    add(Speaker.UNKNOWN, party, text, ms, ms, Sound.NONE);
  }

  private void add(
      Speaker speaker, String party, String text, long startMs, long endMs, Sound sound) {
    int before = repairs.total();
    String clean = TextRepair.repair(text, repairs);
    if (clean.isEmpty()) {
      return;
    }
    String original = repairs.total() > before ? text : "";
    int length = clean.length() + original.length();
    if (drafts.size() >= MAX_TURNS || characters + length > maxCharacters) {
      throw EarshotException.badInput(
          "the conversation is longer than %d turns or %d characters; split it"
              .formatted(MAX_TURNS, maxCharacters));
    }
    characters += length;
    long last = Math.max(startMs, endMs);
    drafts.add(new Draft(speaker, party, clean, original, startMs, last, sound));
  }

  /** What every named party said, in the order in which they first spoke. */
  private Map<String, List<String>> saidByName() {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (Draft draft : drafts) {
      if (!draft.party().isEmpty()) {
        said.computeIfAbsent(draft.party(), name -> new ArrayList<>()).add(draft.text());
      }
    }
    return said;
  }

  /**
   * Gives the named parties their roles, as far as they can be told.
   *
   * @param hints roles by name, from what stands around the turns
   * @param settings roles by name, address or {@code @domain} in lower case, by the user
   * @return the roles, in the order in which the parties first spoke; sure when there are none
   */
  public PartyGuess nameRoles(Map<String, Speaker> hints, Map<String, Speaker> settings) {
    Set<Speaker> others = EnumSet.noneOf(Speaker.class);
    for (Draft draft : drafts) {
      if (draft.party().isEmpty()) {
        others.add(draft.speaker());
      }
    }
    PartyGuess guess = PartyGuess.of(saidByName(), hints, settings, others);
    drafts.replaceAll(
        draft -> draft.by(guess.roles().getOrDefault(draft.party(), draft.speaker())));
    return guess;
  }

  /** Adds a turn before all others, at the time of the first; there must be one. */
  public void addFirst(Speaker speaker, String text) {
    long firstMs = drafts.get(0).startMs();
    int before = drafts.size();
    add(speaker, text, firstMs, firstMs);
    if (drafts.size() > before) {
      drafts.add(0, drafts.remove(before));
    }
  }

  public boolean isEmpty() {
    return drafts.isEmpty();
  }

  int characters() {
    return characters;
  }

  /** Whether every turn has a time. */
  public boolean timed() {
    return !drafts.isEmpty() && drafts.stream().noneMatch(draft -> draft.startMs() == UNTIMED);
  }

  /** The earliest start; 0 unless {@link #timed}. */
  public long firstMs() {
    return timed() ? drafts.stream().mapToLong(Draft::startMs).min().orElse(0) : 0;
  }

  /**
   * The turns: by time where all have one, those of the same time in the order they came; else as
   * they came.
   *
   * @param zeroMs the conversation's start on the clock of the turns
   */
  public List<Turn> turns(long zeroMs) {
    boolean timed = timed();
    List<Draft> ordered = ordered();
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

  private List<Draft> ordered() {
    List<Draft> ordered = new ArrayList<>(drafts);
    if (timed()) {
      ordered.sort(Comparator.comparingLong(Draft::startMs));
    }
    return ordered;
  }

  /** What had to be mended, as it came, by the indexes of the turns. */
  public Map<Integer, String> originals() {
    Map<Integer, String> originals = new TreeMap<>();
    List<Draft> ordered = ordered();
    for (int i = 0; i < ordered.size(); i++) {
      if (!ordered.get(i).original().isEmpty()) {
        originals.put(i, ordered.get(i).original());
      }
    }
    return originals;
  }

  /** Such as {@code html 12}; empty when nothing had to be mended. */
  public String repairs() {
    return repairs.summary();
  }
}
