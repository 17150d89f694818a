package io.earshot.analysis.redaction.name;

import java.util.List;

/** Endings that family names have in many languages and other words hardly ever. */
final class Surnames {
  private static final List<String> ENDINGS =
      List.of(
          "sson", "ssen", "nsen", "rsen", "lsen", "ović", "ević", "ič", "ić", "ovic", "evic",
          "owski", "ewski", "inski", "owska", "ewska", "iewicz", "owicz", "enko", "chuk", "czyk",
          "ová", "ova", "eva", "ov", "ev", "yev", "yeva", "skaya", "sky", "dóttir", "dottir", "nen",
          "ainen", "quist", "qvist", "strom", "ström", "lund", "berg", "mann", "ández", "íguez",
          "ález", "ínez", "ães", "poulos", "idis", "akis", "yan", "ian", "shvili", "dze", "oglu",
          "elli", "etti", "ucci", "acci", "ini", "ungu", "escu", "stein", "feld", "bauer", "meier",
          "meyer", "maier", "huber");
  private static final int SHORTEST = 6;

  private Surnames() {}

  static boolean looksLike(String word) {
    return word.length() >= SHORTEST
        && ENDINGS.stream().anyMatch(word::endsWith)
        && !NameLists.isOrdinary(word);
  }
}
