package io.earshot.analysis.redaction.name;

/** What speaks for some characters being a name. */
record ChineseWeighing(String text, Bounds bounds, int start, int surname, int end) {

  double weight(boolean introduced) {
    int given = end - start - surname;
    boolean titled =
        ChineseNames.TITLE.matcher(text.substring(end, Math.min(text.length(), end + 4))).find();
    boolean cut = !bounds.starts(start) || (end < text.length() && !bounds.starts(end) && !titled);
    if (given == 0) {
      return titled && opens() && !isPossessed() ? 0.8 : 0;
    }
    if (hasFunction()) {
      return 0;
    }
    double weight = introduced ? 0.5 : 0;
    weight += titled ? 0.35 : 0;
    weight += introducedWeakly() ? 0.15 : 0;
    weight +=
        ChineseNameLists.isCommonSurname(text.substring(start, start + 1)) || surname == 2
            ? 0.2
            : 0;
    weight += givenWeight(given);
    weight += opens() ? 0.1 : 0;
    weight += ChineseNames.closes(text, end) ? 0.15 : -0.1;
    weight -= cut ? 0.5 : 0;
    return weight - joinedWeight();
  }

  private double givenWeight(int given) {
    int known = 0;
    for (int i = start + surname; i < end; i++) {
      known += ChineseNameLists.isGiven(text.charAt(i)) ? 1 : 0;
    }
    double share = known / (double) given;
    return (given == 2 ? 0.25 : 0.1) * share - (share == 0 ? 0.1 : 0);
  }

  /** Characters that make a word among themselves are hardly a name. */
  private double joinedWeight() {
    int joined = bounds.joined(start + 1, end);
    return joined == 0 ? 0 : joined == end - start - 1 ? 0.25 : 0.1;
  }

  private boolean opens() {
    return start == 0
        || !Character.isIdeographic(text.charAt(start - 1))
        || ChineseNames.BEFORE_NAME.indexOf(text.charAt(start - 1)) >= 0
        || bounds.starts(start);
  }

  /** "我先生", "和先生": whose husband, and nobody's surname. */
  private boolean isPossessed() {
    return "我你您他她的和向从对为都来那但由于时".indexOf(text.charAt(start)) >= 0
        && !ChineseNameLists.isCommonSurname(text.substring(start, start + 1));
  }

  private boolean introducedWeakly() {
    return ChineseNames.WEAK.matcher(text.substring(Math.max(0, start - 4), start)).find();
  }

  private boolean hasFunction() {
    for (int i = start + surname; i < end; i++) {
      boolean known = ChineseNameLists.isGiven(text.charAt(i));
      if (ChineseNameLists.isFunction(text.charAt(i)) && !known) {
        return true;
      }
    }
    return false;
  }
}
