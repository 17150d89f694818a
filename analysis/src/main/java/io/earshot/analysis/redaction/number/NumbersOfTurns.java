package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.ContextWords;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds numbers that are spoken, and numbers spread over several turns of one speaker while the
 * other one says no more than "uh huh" or repeats them.
 */
public final class NumbersOfTurns {
  private static final int MOST_MESSAGES = 6;

  private final ContextWords context;
  private final WrittenClaims written;

  public NumbersOfTurns(ContextWords context, List<String> regions) {
    this.context = context;
    this.written = new WrittenClaims(context, new PhoneForms(regions));
  }

  /**
   * A part of a number in one of the turns.
   *
   * @param turn position in the list of turns
   * @param finding where in that turn's text
   */
  public record Placed(int turn, Disclosure finding) {}

  /**
   * The numbers of one conversation.
   *
   * @param voices who says each of the passages, as any number per speaker
   */
  public List<Placed> find(List<Passage> passages, List<Integer> voices) {
    List<Placed> found = new ArrayList<>();
    for (int voice : voices.stream().distinct().toList()) {
      Stream stream = Stream.of(passages, voices, voice);
      for (Run run : new RunReader(stream.lexemes()).runs()) {
        if (run.written()) {
          spread(run, stream, passages, found);
        } else {
          Optional<DataKind> announced = announced(run, stream, passages);
          withCheckLetter(run)
              .or(() -> SpokenClaims.claim(run, announced))
              .ifPresent(claim -> found.addAll(stream.place(run, claim)));
        }
      }
    }
    return found;
  }

  private Optional<DataKind> announced(Run run, Stream stream, List<Passage> passages) {
    Lexeme first = stream.lexemes().get(run.from());
    return context.announced(passages.get(stream.turn(run.from())), first.start());
  }

  /** The longest number that whole messages, one after the other, make together. */
  private void spread(Run run, Stream stream, List<Passage> passages, List<Placed> found) {
    List<Run> parts = stream.byTurn(run);
    for (int from = 0; from < parts.size() - 1; from++) {
      int most = Math.min(parts.size(), from + MOST_MESSAGES);
      for (int to = most; to > from + 1; to--) {
        Run joined = Run.joined(parts.subList(from, to));
        Optional<Claim> claim = spreadClaim(joined.digits(), announced(joined, stream, passages));
        if (claim.isPresent()) {
          found.addAll(stream.place(joined, claim.get()));
          from = to - 1;
          to = 0;
        }
      }
    }
  }

  private Optional<Claim> spreadClaim(String digits, Optional<DataKind> announced) {
    Optional<Claim> checked = written.checked(digits, announced);
    if (checked.isPresent()) {
      return checked;
    }
    if (Shapes.chineseMobile(digits)) {
      return Claim.of(DataKind.PHONE, 0.9);
    }
    boolean phone = announced.equals(Optional.of(DataKind.PHONE));
    return phone && digits.length() >= 7 && digits.length() <= 15
        ? Claim.of(DataKind.PHONE, 0.8)
        : announced.flatMap(kind -> Shapes.announced(kind, digits, 0));
  }

  /** A Chinese id may end with X, spoken as the letter or as "叉". */
  private static Optional<Claim> withCheckLetter(Run run) {
    return run.digits().length() == 17 && Checksums.chineseId(run.digits() + "X")
        ? Claim.of(DataKind.CHINA_ID, 0.97)
        : Optional.empty();
  }
}
