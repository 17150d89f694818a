package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Lexeme;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds e-mail addresses and pages that are spoken: "j o h n at gmail dot com", "peter dot miller
 * at example dot co dot uk", "三八八 艾特 q q 点 com".
 *
 * @param names whether a word is a name that may stand before another one in an address
 */
public record SpokenNetworkNames(Predicate<String> names) implements Detector {
  private static final Set<String> ENDINGS =
      Set.of(
          "com", "net", "org", "edu", "gov", "info", "biz", "io", "uk", "cn", "de", "fr", "us",
          "ca", "au", "co", "eu", "in", "nz", "ie", "it", "es", "nl", "jp", "me", "calm", "come",
          "comm", "康姆", "康母");

  /** What "com" is heard as counts only where an @ stands before it. */
  private static final Set<String> MISHEARD =
      Set.of("calm", "come", "comm", "in", "me", "it", "us");

  private static final Set<String> DOTS = Set.of("dot", ".", "点", "period", "point");
  private static final Set<String> ATS = Set.of("at", "@", "圈", "艾特", "hat", "add");
  private static final Set<String> SEPARATORS =
      Set.of("dot", ".", "点", "underscore", "dash", "hyphen", "plus", "-", "_", "下", "划", "线", "杠");
  private static final Set<String> DIGITS =
      Set.of(
          "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
          "ten", "twelve", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
          "ninety", "double", "triple", "零", "一", "幺", "二", "两", "三", "四", "五", "六", "七", "八", "九",
          "洞", "拐");
  private static final Set<String> SPELLING = Set.of("as", "in", "for", "like");
  private static final Set<String> NOBODY =
      Set.of("is", "it's", "my", "me", "the", "us", "be", "email", "address", "mail", "to", "and");

  private static final int MOST_LABELS = 5;
  private static final int MOST_LOCAL = 40;
  private static final int MOST_WORDS_OF_LABEL = 3;

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    List<Lexeme> words = passage.lexemes();
    for (int i = 1; i < words.size(); i++) {
      if (isDot(words, i - 1) && ENDINGS.contains(words.get(i).text())) {
        read(words, i).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean isDot(List<Lexeme> words, int at) {
    boolean spaced = words.get(at).start() > 0 && !words.get(at).text().equals(".");
    return DOTS.contains(words.get(at).text()) && spaced;
  }

  private Optional<Disclosure> read(List<Lexeme> words, int ending) {
    int domain = domain(words, ending);
    if (domain < 0) {
      return Optional.empty();
    }
    int at = at(words, domain);
    boolean misheard = MISHEARD.contains(words.get(ending).text());
    if (at < 0) {
      boolean page = domain < ending - 1 && !misheard && !words.get(ending - 1).text().equals("点");
      return page ? finding(DataKind.URL, words, domain, ending, 0.7) : Optional.empty();
    }
    return finding(DataKind.EMAIL, words, local(words, at), ending, misheard ? 0.7 : 0.9);
  }

  /** Where the domain's first word stands: labels go back over "dot" to "at". */
  private int domain(List<Lexeme> words, int ending) {
    int from = ending - 1;
    for (int label = 0; label < MOST_LABELS && from >= 0 && isDot(words, from); label++) {
      int first = label(words, from - 1);
      if (first == from) {
        return -1;
      }
      from = first;
      if (from == 0 || !isDot(words, from - 1)) {
        return from;
      }
      from--;
    }
    return from;
  }

  /** One label: a word, or letters and digits said one by one ("g mail", "one six three"). */
  private static int label(List<Lexeme> words, int last) {
    int from = last;
    boolean open = true;
    while (open && from >= 0 && last - from < 2 * MOST_WORDS_OF_LABEL + 2) {
      Lexeme word = words.get(from);
      boolean single = word.isLetter() || DIGITS.contains(word.text());
      boolean taken =
          !ATS.contains(word.text())
              && (single || (from == last && isWord(word)) || joins(words, from, last));
      from = taken ? from - 1 : from;
      open = taken;
    }
    return from + 1;
  }

  /** "hot mail", "out look": two words of a label before its end, right behind the "at". */
  private static boolean joins(List<Lexeme> words, int at, int last) {
    return isWord(words.get(at))
        && last - at < MOST_WORDS_OF_LABEL
        && at > 0
        && ATS.contains(words.get(at - 1).text());
  }

  private static boolean isWord(Lexeme word) {
    return word.is(Lexeme.Kind.LETTERS) || word.is(Lexeme.Kind.DIGITS);
  }

  private static int at(List<Lexeme> words, int domain) {
    if (domain >= 1 && ATS.contains(words.get(domain - 1).text())) {
      return domain - 1;
    }
    boolean chinese =
        domain >= 2 && (words.get(domain - 2).text() + words.get(domain - 1).text()).equals("艾特");
    return chinese ? domain - 2 : -1;
  }

  /** Back over letters, digits and separators; over words only where these join them. */
  private int local(List<Lexeme> words, int at) {
    int from = at;
    while (from > 0 && at - from < MOST_LOCAL) {
      int next = localPart(words, from, at);
      if (next == from) {
        return from;
      }
      from = next;
    }
    return from;
  }

  private int localPart(List<Lexeme> words, int from, int at) {
    Lexeme word = words.get(from - 1);
    String text = word.text();
    boolean part =
        word.isLetter()
            || word.is(Lexeme.Kind.DIGITS)
            || DIGITS.contains(text)
            || SEPARATORS.contains(text);
    if (part) {
      return from - 1;
    }
    int spelled = spelled(words, from - 1);
    if (spelled >= 0) {
      return spelled;
    }
    boolean first = from == at && !NOBODY.contains(text);
    boolean joined = from < at && (SEPARATORS.contains(words.get(from).text()) || names.test(text));
    return word.is(Lexeme.Kind.LETTERS) && (first || joined) ? from - 1 : from;
  }

  /** "m as in mary": the letter, when its example ends here; -1 otherwise. */
  private static int spelled(List<Lexeme> words, int example) {
    int at = example - 1;
    while (at > 0 && at > example - 3 && SPELLING.contains(words.get(at).text())) {
      at--;
    }
    boolean spells = at < example - 1 && at >= 0 && words.get(at).isLetter();
    return spells && words.get(example).text().startsWith(words.get(at).text()) ? at : -1;
  }

  private static Optional<Disclosure> finding(
      DataKind kind, List<Lexeme> words, int first, int last, double confidence) {
    return Optional.of(
        Disclosure.of(kind, words.get(first).start(), words.get(last).end(), confidence));
  }
}
