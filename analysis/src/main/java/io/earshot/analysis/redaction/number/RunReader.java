package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.number.Element.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins elements into runs, over what people say between digits: fillers, one odd or misheard word,
 * words that sound like digits.
 */
final class RunReader {
  /** The sign that stands where another turn of the same speaker begins. */
  static final String TURN = "\n";

  private static final int MOST_FILLERS = 6;
  private static final int LONG_WRITTEN = 6;
  private static final Set<String> JOINTS = Set.of("-", "(", ")", ".", "/", "+");

  private final ElementReader reader;
  private final boolean letters;

  RunReader(List<Lexeme> lexemes) {
    this(lexemes, false);
  }

  /**
   * @param letters whether letters are elements too
   */
  RunReader(List<Lexeme> lexemes, boolean letters) {
    this.reader = new ElementReader(lexemes);
    this.letters = letters;
  }

  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    for (int at = 0; at < reader.size(); ) {
      Optional<Run> run = runAt(at);
      run.ifPresent(runs::add);
      at = run.map(Run::to).orElse(at + 1);
    }
    return runs;
  }

  /** The run that starts with this lexeme. */
  Optional<Run> runAt(int at) {
    Optional<Element> first = element(at);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<Element> elements = new ArrayList<>();
    elements.add(first.get());
    while (extend(elements)) {
      // Each round adds what follows.
    }
    trim(elements);
    return elements.isEmpty() ? Optional.empty() : Optional.of(new Run(elements));
  }

  private Optional<Element> element(int at) {
    Optional<Element> element = reader.read(at);
    return element.isEmpty() && letters ? reader.letter(at) : element;
  }

  private boolean extend(List<Element> elements) {
    Element last = elements.get(elements.size() - 1);
    int next = skipFillers(last.to());
    Optional<Element> sure = element(next).filter(element -> joins(last, element));
    if (sure.isPresent()) {
      elements.add(sure.get());
      return true;
    }
    return soundAlike(elements, last.to()) || oddWord(elements, next);
  }

  /** "two", "to" and "too": a digit where a digit stands before it and after it. */
  private boolean soundAlike(List<Element> elements, int at) {
    Optional<Element> alike = reader.soundAlike(at);
    if (alike.isEmpty() || single(elements) < 2) {
      return false;
    }
    boolean followed = element(at + 1).isPresent() || reader.soundAlike(at + 1).isPresent();
    boolean closes = at + 1 == reader.size() && single(elements) >= 3;
    if (followed || closes) {
      elements.add(alike.get());
    }
    return followed || closes;
  }

  /** One word that is no number, where numbers go on at once behind it. */
  private boolean oddWord(List<Element> elements, int at) {
    if (at >= reader.size() || single(elements) < 2 || !isWord(at)) {
      return false;
    }
    Optional<Element> next = element(at + 1).filter(RunReader::saidAlone);
    Optional<Element> second =
        next.flatMap(element -> element(skipFillers(element.to()))).filter(RunReader::saidAlone);
    if (second.isEmpty()) {
      return false;
    }
    elements.add(next.get());
    return true;
  }

  private boolean isWord(int at) {
    Lexeme lexeme = reader.lexeme(at);
    boolean word = lexeme.is(Lexeme.Kind.LETTERS) || lexeme.is(Lexeme.Kind.HAN);
    return word
        && !DigitWords.MEASURES.contains(lexeme.text())
        && !DigitWords.ANNOUNCEMENTS.contains(lexeme.text());
  }

  private static boolean saidAlone(Element element) {
    return element.is(Form.SPOKEN) || element.is(Form.DOUBTFUL);
  }

  private static long single(List<Element> elements) {
    return elements.stream().filter(RunReader::saidAlone).count();
  }

  /** Written digits belong together when nothing but a joint stands between them. */
  private boolean joins(Element last, Element next) {
    if (!last.is(Form.WRITTEN) || !next.is(Form.WRITTEN)) {
      return !isLongWritten(last) && !isLongWritten(next);
    }
    for (int at = last.to(); at < next.from(); at++) {
      if (!JOINTS.contains(reader.word(at)) && !reader.word(at).equals(TURN)) {
        return false;
      }
    }
    boolean turn = reader.word(last.to()).equals(TURN);
    int gap = reader.lexeme(next.from()).start() - reader.lexeme(last.to() - 1).end();
    return turn || gap <= 3;
  }

  /** A number of its own, which "one" and "two" beside it don't belong to. */
  private static boolean isLongWritten(Element element) {
    return element.is(Form.WRITTEN) && element.digits().length() > LONG_WRITTEN;
  }

  private int skipFillers(int from) {
    int at = from;
    while (at < reader.size() && at - from < MOST_FILLERS && isFiller(at)) {
      at++;
    }
    return at;
  }

  private boolean isFiller(int at) {
    return DigitWords.FILLERS.contains(reader.word(at)) || reader.word(at).equals(TURN);
  }

  /** "... four five, twenty dollars": the last element counts something else. */
  private void trim(List<Element> elements) {
    Element last = elements.get(elements.size() - 1);
    if (DigitWords.MEASURES.contains(reader.word(last.to())) && !last.is(Form.WRITTEN)) {
      elements.remove(elements.size() - 1);
    }
  }
}
