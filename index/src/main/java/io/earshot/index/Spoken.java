package io.earshot.index;

import io.earshot.index.query.Query.Form;
import io.earshot.index.text.Token;
import java.util.List;

/** What is to be said in a turn, ready to be compared. */
sealed interface Spoken {

  /**
   * Words in a row.
   *
   * @param sounds for {@link Form#SOUND}, the rows of codes any of which sounds like them
   */
  record Words(Form form, List<Token> tokens, List<List<String>> sounds) implements Spoken {}

  /** Two that stand at most so many words apart, in either order. */
  record Close(Spoken left, Spoken right, int words) implements Spoken {}

  /** Any one of them. */
  record AnyOf(List<Spoken> parts) implements Spoken {}
}
