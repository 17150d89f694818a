package io.earshot.analysis.redaction;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import io.earshot.analysis.redaction.name.KnownNames;
import io.earshot.analysis.redaction.number.NumbersOfTurns.Placed;
import io.earshot.analysis.redaction.number.Repetitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One search through one conversation: looks, leaves holes where something was found, and looks
 * again until nothing more is found. For one thread and one use.
 */
final class Search {
  /** Each round can only find what the holes of the round before brought to light: hardly any. */
  private static final int MOST_ROUNDS = 5;

  /** Names less sure than this are not looked for elsewhere. */
  private static final double SURE_NAME = 0.65;

  private static final Set<DataKind> REPEATED =
      Set.of(
          DataKind.CARD,
          DataKind.BANK_ACCOUNT,
          DataKind.CHINA_ID,
          DataKind.NATIONAL_ID,
          DataKind.PHONE,
          DataKind.PASSPORT,
          DataKind.DRIVER_LICENCE);

  private final Detectors detectors;
  private final RedactionSettings settings;
  private final List<Integer> voices;
  private final List<Passage> passages;
  private final List<List<Disclosure>> found = new ArrayList<>();
  private final List<Boolean> unread = new ArrayList<>();
  private final Repetitions numbers = new Repetitions();
  private final KnownNames names = new KnownNames();

  Search(
      Detectors detectors,
      RedactionSettings settings,
      List<Passage> passages,
      List<Integer> voices) {
    this.detectors = detectors;
    this.settings = settings;
    this.passages = new ArrayList<>(passages);
    this.voices = voices;
    passages.forEach(
        passage -> {
          found.add(new ArrayList<>());
          unread.add(true);
        });
  }

  /** Names to be found wherever they stand, such as the agent's. */
  Search knowing(List<String> people) {
    if (settings.masks().containsKey(DataKind.PERSON.code())) {
      people.forEach(names::note);
    }
    return this;
  }

  /** What is found in each passage, in order of places, without overlaps. */
  List<List<Disclosure>> disclosures() {
    remember();
    for (int round = 0; round < MOST_ROUNDS && look(); round++) {
      remember();
    }
    return found.stream().map(Merging::merged).toList();
  }

  private boolean look() {
    List<List<Disclosure>> fresh = new ArrayList<>();
    for (int turn = 0; turn < passages.size(); turn++) {
      fresh.add(unread.get(turn) ? detectors.find(passages.get(turn)) : new ArrayList<>());
      unread.set(turn, false);
    }
    for (Placed placed : detectors.numbers().find(passages, voices)) {
      fresh.get(placed.turn()).add(placed.finding());
    }
    boolean any = take(fresh);
    // What this round found is known now and may stand elsewhere again.
    return take(repetitions()) || any;
  }

  private List<List<Disclosure>> repetitions() {
    List<List<Disclosure>> repeated = new ArrayList<>();
    for (Passage passage : passages) {
      List<Disclosure> findings = new ArrayList<>(numbers.find(passage));
      findings.addAll(names.find(passage));
      repeated.add(findings);
    }
    return repeated;
  }

  private boolean take(List<List<Disclosure>> fresh) {
    boolean any = false;
    for (int turn = 0; turn < passages.size(); turn++) {
      List<Disclosure> counting = Merging.merged(counting(fresh.get(turn)));
      if (!counting.isEmpty()) {
        take(turn, counting);
        any = true;
      }
    }
    return any;
  }

  private void take(int turn, List<Disclosure> findings) {
    Passage passage = passages.get(turn);
    for (Disclosure finding : findings) {
      DataKind.ofCode(finding.type())
          .filter(REPEATED::contains)
          .ifPresent(kind -> numbers.note(finding, passage));
      if (finding.is(DataKind.PERSON) && finding.confidence() >= SURE_NAME) {
        names.note(passage.text().substring(finding.start(), finding.end()));
      }
      found.get(turn).add(finding);
    }
    passages.set(turn, passage.without(spans(findings)));
    unread.set(turn, true);
  }

  private List<Disclosure> counting(List<Disclosure> findings) {
    return findings.stream()
        .filter(finding -> finding.confidence() >= settings.leastConfidence())
        .filter(finding -> settings.masks().containsKey(finding.type()))
        .toList();
  }

  private static List<Span> spans(List<Disclosure> findings) {
    return findings.stream().map(finding -> new Span(finding.start(), finding.end())).toList();
  }

  /** Tells each passage what was said in the two turns before it. */
  private void remember() {
    for (int turn = 1; turn < passages.size(); turn++) {
      String before = turn > 1 ? closed(passages.get(turn - 2)) + " " : "";
      before += closed(passages.get(turn - 1));
      Passage passage = passages.get(turn).after(before);
      if (!passage.before().equals(passages.get(turn).before())) {
        passages.set(turn, passage);
        unread.set(turn, true);
      }
    }
  }

  /** Masks of any length are one hole, so that they weigh the same before and after. */
  private static String closed(Passage passage) {
    String lower = passage.lower();
    String end = lower.substring(Math.max(0, lower.length() - 400));
    return end.replaceAll(Passage.HOLE + "{2,}+", String.valueOf(Passage.HOLE));
  }
}
