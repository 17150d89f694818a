package io.earshot.analysis.redaction.number;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import io.earshot.analysis.redaction.number.NumbersOfTurns.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one speaker says, turn after turn, as one row of lexemes. Where the other party says more
 * than a few words in between, the row is interrupted.
 */
final class Stream {
  private static final int SHORT_REPLY = 5;
  private static final int MOST_TURNS_BETWEEN = 3;
  private static final Lexeme NEXT_TURN = new Lexeme(RunReader.TURN, 0, 0, Lexeme.Kind.SIGN);
  private static final Lexeme INTERRUPTED =
      new Lexeme(String.valueOf(Passage.HOLE), 0, 0, Lexeme.Kind.HOLE);

  private final List<Lexeme> lexemes = new ArrayList<>();
  private final List<Integer> turns = new ArrayList<>();

  private Stream() {}

  static Stream of(List<Passage> passages, List<Integer> voices, int voice) {
    Stream stream = new Stream();
    int last = -1;
    for (int turn = 0; turn < passages.size(); turn++) {
      if (voices.get(turn) == voice && !acknowledges(passages.get(turn))) {
        boolean goesOn = last >= 0 && goesOn(passages, last, turn);
        stream.add(goesOn ? NEXT_TURN : INTERRUPTED, turn);
        for (Lexeme lexeme : passages.get(turn).lexemes()) {
          stream.add(lexeme, turn);
        }
        last = turn;
      }
    }
    return stream;
  }

  private void add(Lexeme lexeme, int turn) {
    lexemes.add(lexeme);
    turns.add(turn);
  }

  private static boolean goesOn(List<Passage> passages, int last, int turn) {
    if (turn - last - 1 > MOST_TURNS_BETWEEN) {
      return false;
    }
    return passages.subList(last + 1, turn).stream()
        .allMatch(passage -> passage.lexemes().size() <= SHORT_REPLY || repeats(passage));
  }

  /** Says nothing but the digits it heard. */
  private static boolean repeats(Passage passage) {
    return passage.lexemes().stream()
        .allMatch(word -> isDigit(word) || DigitWords.ACKNOWLEDGEMENTS.contains(word.text()));
  }

  /** Says nothing of its own: "uh huh", "好的您说". */
  private static boolean acknowledges(Passage passage) {
    List<Lexeme> words = passage.lexemes();
    boolean numbers = words.stream().anyMatch(Stream::isDigit);
    return !numbers
        && words.stream().allMatch(word -> DigitWords.ACKNOWLEDGEMENTS.contains(word.text()));
  }

  private static boolean isDigit(Lexeme lexeme) {
    return lexeme.is(Lexeme.Kind.DIGITS) || DigitWords.UNITS.containsKey(lexeme.text());
  }

  List<Lexeme> lexemes() {
    return lexemes;
  }

  int turn(int lexeme) {
    return turns.get(lexeme);
  }

  /** A run's elements, turn by turn. */
  List<Run> byTurn(Run run) {
    List<Run> parts = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= run.elements().size(); to++) {
      boolean last = to == run.elements().size();
      if (last || turn(run.elements().get(to).from()) != turn(run.elements().get(from).from())) {
        parts.add(run.part(from, to));
        from = to;
      }
    }
    return parts;
  }

  /** The parts of a run, one for each turn it is spread over. */
  List<Placed> place(Run run, Claim claim) {
    List<Placed> parts = new ArrayList<>();
    for (int from = run.from(); from < run.to(); ) {
      int turn = turn(from);
      int to = from;
      while (to < run.to() && turn(to) == turn) {
        to++;
      }
      part(from, to, run)
          .ifPresent(
              span ->
                  parts.add(
                      new Placed(
                          turn,
                          Disclosure.of(
                              claim.kind(), span.start(), span.end(), claim.confidence()))));
      from = to;
    }
    return parts;
  }

  /** From the first to the last digit of the run in one turn, without the words around. */
  private Optional<Span> part(int from, int to, Run run) {
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (Element element : run.elements()) {
      if (element.from() >= from && element.from() < to) {
        first = Math.min(first, lexemes.get(element.from()).start());
        last = Math.max(last, lexemes.get(Math.min(element.to(), to) - 1).end());
      }
    }
    return last < 0 ? Optional.empty() : Optional.of(new Span(first, last));
  }
}
