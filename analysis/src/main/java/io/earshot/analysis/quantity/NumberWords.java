package io.earshot.analysis.quantity;

import java.util.List;
import java.util.Optional;

/** How a language puts numbers into words. Implementations are stateless. */
interface NumberWords {

  /** The longest number that begins at a lexeme. */
  Optional<Numeral> at(List<Lexeme> lexemes, int from);
}
