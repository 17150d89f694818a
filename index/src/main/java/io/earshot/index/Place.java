package io.earshot.index;

import io.earshot.conversation.search.Moment.Span;
import io.earshot.index.text.Token;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where in a turn something is said.
 *
 * @param from its first token
 * @param to the token after its last
 * @param sure whether it was said, and does not merely sound so
 * @param spans the characters of it
 */
record Place(int from, int to, boolean sure, List<Span> spans) {

  static Place of(List<Token> said, int from, int to, boolean sure) {
    Span span = new Span(said.get(from).start(), said.get(to - 1).end());
    return new Place(from, to, sure, List.of(span));
  }

  /** Of a doubtful word, which is not broken into tokens. */
  static Place ofCharacters(int start, int end) {
    return new Place(0, 0, false, List.of(new Span(start, end)));
  }

  /** How many tokens further the one stands than the other; 0 when they share one. */
  int distance(Place other) {
    return Math.max(0, Math.max(other.from - to, from - other.to) + 1);
  }

  Place with(Place other) {
    return new Place(
        Math.min(from, other.from),
        Math.max(to, other.to),
        sure && other.sure,
        Stream.concat(spans.stream(), other.spans.stream()).toList());
  }
}
