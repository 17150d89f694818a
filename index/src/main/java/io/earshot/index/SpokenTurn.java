package io.earshot.index;

import io.earshot.conversation.Speaker;
import io.earshot.index.query.Query;
import io.earshot.index.text.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A stored turn that is asked what it says. It is broken into words when first asked for them. */
final class SpokenTurn {
  /** Stands behind the last word in the index; no word is written so. */
  static final String END = "$";

  private final Stored stored;
  private final SpokenReader reader;
  private List<Token> tokens;
  private List<String> codes;

  SpokenTurn(Stored stored, SpokenReader reader) {
    this.stored = stored;
    this.reader = reader;
  }

  /** A turn as it is stored. */
  record Stored(
      int turn,
      Speaker speaker,
      String emotion,
      long startMs,
      String text,
      List<DoubtfulWord> doubtful) {

    @Override
    public String toString() {
      return "Stored[%d]".formatted(turn);
    }
  }

  Stored stored() {
    return stored;
  }

  List<Token> tokens() {
    if (tokens == null) {
      tokens = reader.tokens(stored.text());
    }
    return tokens;
  }

  List<String> codes() {
    if (codes == null) {
      codes = reader.codes(stored.text(), tokens());
    }
    return codes;
  }

  /** The doubtful words that may have been what is searched for. */
  private List<Place> perhaps(Spoken.Words words) {
    return stored.doubtful().stream()
        .filter(word -> word.alternatives().stream().anyMatch(text -> isIn(text, words)))
        .map(word -> Place.ofCharacters(word.start(), word.end()))
        .toList();
  }

  private boolean isIn(String alternative, Spoken.Words words) {
    return WordFinder.isSaid(words, reader.tokens(alternative));
  }

  /**
   * The same decision as the index makes for a nested turn. What must not have been said is what
   * surely was.
   *
   * @param spoken what the words of the condition are
   */
  boolean meets(Query condition, Map<Query, Spoken> spoken) {
    return meets(condition, spoken, true);
  }

  private boolean meets(Query condition, Map<Query, Spoken> spoken, boolean positive) {
    if (condition instanceof Query.And and) {
      return and.parts().stream().allMatch(part -> meets(part, spoken, positive));
    }
    if (condition instanceof Query.Or or) {
      return or.parts().stream().anyMatch(part -> meets(part, spoken, positive));
    }
    if (condition instanceof Query.Not not) {
      return !meets(not.part(), spoken, !positive);
    }
    if (condition instanceof Query.Named named) {
      return meets(named);
    }
    return spoken.containsKey(condition)
        && found(spoken.get(condition)).stream().anyMatch(place -> positive || place.sure());
  }

  /** Where it is said; where it may have been said only when it surely was not. */
  List<Place> found(Spoken spoken) {
    List<Place> places = WordFinder.places(spoken, this);
    List<Place> sure = places.stream().filter(Place::sure).toList();
    if (!sure.isEmpty()) {
      return sure;
    }
    boolean doubts =
        spoken instanceof Spoken.Words words
            && (words.form() == Query.Form.WORD || words.form() == Query.Form.SOUND);
    List<Place> perhaps = doubts ? perhaps((Spoken.Words) spoken) : List.of();
    return perhaps.isEmpty() ? places : perhaps;
  }

  private boolean meets(Query.Named named) {
    String actual =
        switch (named.field()) {
          case SPEAKER -> stored.speaker().code();
          default -> stored.emotion();
        };
    if (!named.pattern()) {
      return actual.equalsIgnoreCase(named.value());
    }
    return WordFinder.matches(
        named.value().toLowerCase(Locale.ROOT), actual.toLowerCase(Locale.ROOT));
  }
}
