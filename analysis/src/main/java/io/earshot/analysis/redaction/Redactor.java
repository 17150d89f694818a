package io.earshot.analysis.redaction;

import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.language.Span;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes personal data out of conversations and texts, in English and Chinese, written and spoken.
 *
 * <p>Safe for several threads. Takes any text. Redacting what was redacted changes nothing.
 */
public final class Redactor {
  private final RedactionSettings settings;
  private final Detectors detectors;
  private final Pattern masks;
  private final LanguageDetector languages = LanguageDetector.byScript();

  private Redactor(RedactionSettings settings) {
    this.settings = settings;
    this.detectors = new Detectors(settings);
    this.masks =
        Pattern.compile(
            settings.masks().values().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")")));
  }

  /**
   * Reads which types are looked for, and how, from a file such as {@code config/redaction.yaml}.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED naming every problem
   */
  public static Redactor load(Path redactionYaml) {
    return new Redactor(RedactionSettings.load(redactionYaml));
  }

  /** The conversation with masks in place of what was found; times, speakers and order stay. */
  public Redacted redact(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    List<List<Disclosure>> findings = search(conversation);
    List<Redaction> redactions = new ArrayList<>();
    List<Turn> masked = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      List<Disclosure> found = spoken(turns.get(i), findings.get(i));
      TurnMask mask = new TurnMask(turns.get(i), found, settings.masks());
      masked.add(found.isEmpty() ? turns.get(i) : mask.masked());
      redactions.addAll(mask.redactions());
    }
    List<Turn> quiet = withoutLeaks(masked, taken(turns, findings));
    return new Redacted(
        withAttributes(conversation).withTurns(quiet, conversation.durationMs()), redactions);
  }

  /**
   * What is found in a single text, in order of places, without overlaps; offsets are the text's.
   *
   * @param language BCP 47 tag; empty where it is not known
   */
  public List<Disclosure> find(String text, String language) {
    return search(List.of(text), List.of(0), language, List.of()).get(0);
  }

  private List<List<Disclosure>> search(Conversation conversation) {
    List<String> people = new ArrayList<>();
    conversation.agent().ifPresent(people::add);
    conversation.customer().ifPresent(people::add);
    List<Turn> turns = conversation.turns();
    return search(
        turns.stream().map(Turn::text).toList(),
        turns.stream().map(turn -> List.of(Speaker.values()).indexOf(turn.speaker())).toList(),
        conversation.language(),
        people);
  }

  private List<List<Disclosure>> search(
      List<String> texts, List<Integer> voices, String language, List<String> people) {
    List<Piece> pieces = Piece.of(texts);
    List<List<Disclosure>> found =
        new Search(
                detectors,
                settings,
                pieces.stream().map(piece -> passage(piece.text(), language)).toList(),
                pieces.stream().map(piece -> voices.get(piece.turn())).toList())
            .knowing(people)
            .disclosures();
    List<List<Disclosure>> ofTurns = new ArrayList<>();
    texts.forEach(text -> ofTurns.add(new ArrayList<>()));
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      found.get(i).forEach(one -> ofTurns.get(piece.turn()).add(piece.inTurn(one)));
    }
    return ofTurns;
  }

  private Passage passage(String text, String language) {
    List<Span> holes = new ArrayList<>();
    Matcher matcher = masks.matcher(text);
    while (matcher.find()) {
      holes.add(new Span(matcher.start(), matcher.end()));
    }
    return Passage.of(text, languages.detect(text, language), "").without(holes);
  }

  private List<Disclosure> spoken(Turn turn, List<Disclosure> found) {
    List<Disclosure> all = ReadNumbers.added(turn, found);
    return all.stream().filter(each -> settings.masks().containsKey(each.type())).toList();
  }

  /** The words of all that was found, in lower case. */
  private static Set<String> taken(List<Turn> turns, List<List<Disclosure>> findings) {
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < turns.size(); i++) {
      for (Disclosure finding : findings.get(i)) {
        String text = turns.get(i).text().substring(finding.start(), finding.end());
        taken.addAll(List.of(text.toLowerCase(Locale.ROOT).split("\\s+")));
      }
    }
    return taken;
  }

  /** Without the alternatives, in any turn, that are words of what was found. */
  private static List<Turn> withoutLeaks(List<Turn> turns, Set<String> taken) {
    return taken.isEmpty() ? turns : turns.stream().map(turn -> quiet(turn, taken)).toList();
  }

  private static Turn quiet(Turn turn, Set<String> taken) {
    boolean doubts = turn.words().stream().anyMatch(word -> !word.alternatives().isEmpty());
    return doubts
        ? turn.withText(turn.text(), turn.words().stream().map(word -> quiet(word, taken)).toList())
        : turn;
  }

  private static Word quiet(Word word, Set<String> taken) {
    List<String> harmless =
        word.alternatives().stream()
            .filter(other -> !taken.contains(other.toLowerCase(Locale.ROOT)))
            .toList();
    return new Word(word.text(), word.startMs(), word.endMs(), word.confidence(), harmless);
  }

  private Conversation withAttributes(Conversation conversation) {
    Map<String, String> attributes = new HashMap<>(conversation.attributes());
    attributes.replaceAll(
        (name, value) ->
            settings.maskedAttributes().contains(name)
                ? "[" + name.toUpperCase(Locale.ROOT) + "]"
                : value);
    return new Conversation(
        conversation.id(),
        conversation.source(),
        conversation.channel(),
        conversation.language(),
        conversation.startedAt(),
        conversation.durationMs(),
        conversation.timed(),
        conversation.speakerSource(),
        conversation.speakerConfidence(),
        attributes,
        conversation.turns());
  }
}
