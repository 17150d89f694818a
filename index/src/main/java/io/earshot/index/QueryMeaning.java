package io.earshot.index;

import io.earshot.conversation.Embedding;
import java.util.List;

/** Turns the words of a search by meaning into vectors. Called from many threads. */
@FunctionalInterface
public interface QueryMeaning {
  /** Knows no meaning: a search by meaning is refused with the reason. */
  QueryMeaning NONE = text -> List.of();

  /** One vector for each model whose turns are to be searched, such as "zh" and "en". */
  List<Embedding> embed(String text);
}
