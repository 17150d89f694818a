package io.earshot.index;

/**
 * Folds spellings of a script into one, character by character: traditional Chinese into
 * simplified. Called from many threads.
 */
@FunctionalInterface
public interface TextFold {
  /** Leaves every text as it is. */
  TextFold NONE = text -> text;

  /** The folded text; always as long as {@code text}, so that places in it stay true. */
  String fold(String text);
}
