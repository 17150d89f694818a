package io.earshot.analysis.language;

/** What a word in Latin letters is. */
final class Latin {
  private Latin() {}

  /** At least two letters, nothing but letters, apostrophes and hyphens. */
  static boolean isWord(String text) {
    return text.length() > 1
        && text.chars().filter(Character::isLetter).count() > 1
        && text.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’' || c == '-');
  }
}
