package io.earshot.index;

import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query;
import io.earshot.index.query.Query.Form;
import io.earshot.index.text.SoundCoder;
import io.earshot.index.text.Token;
import io.earshot.index.text.WordBreaker;
import java.util.List;

/** Breaks turns and what is asked for in the same way. Safe for many threads. */
final class SpokenReader {
  private final WordBreaker breaker;
  private final SoundCoder coder;

  SpokenReader(WordBreaker breaker, SoundCoder coder) {
    this.breaker = breaker;
    this.coder = coder;
  }

  List<Token> tokens(String text) {
    return breaker.tokens(text);
  }

  /** How the tokens of a text sound, one code for each. */
  List<String> codes(String text, List<Token> tokens) {
    return coder.codes(text, tokens);
  }

  /** Whether a condition is about words: {@link #read} takes no other. */
  static boolean isSpoken(Query query) {
    return query instanceof Query.Said || query instanceof Query.Near;
  }

  Spoken read(Query query) {
    if (query instanceof Query.Near near) {
      return new Spoken.Close(read(near.left()), read(near.right()), near.words());
    }
    if (query instanceof Query.Or or) {
      return new Spoken.AnyOf(or.parts().stream().map(this::read).toList());
    }
    if (query instanceof Query.Said said) {
      return words(said);
    }
    throw new IllegalStateException("Facts are not said");
  }

  private Spoken words(Query.Said said) {
    List<Token> tokens = tokens(said.text());
    if (tokens.isEmpty()) {
      throw new QueryMistake(
          "Nothing to search for in '%s'".formatted(said.text()),
          said.position(),
          said.text().length(),
          "expected letters, digits or characters");
    }
    List<List<String>> sounds =
        said.form() == Form.SOUND ? coder.rows(said.text(), tokens) : List.of();
    return new Spoken.Words(said.form(), tokens, sounds);
  }
}
