package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.speech.SpeakerErrors;
import io.earshot.analysis.evaluation.speech.WordErrors;

/** What recognition got wrong in a recording, or in all of them. */
record SpeechResult(String file, String language, WordErrors words, SpeakerErrors speakers) {
  static final SpeechResult NONE = new SpeechResult("all", "", WordErrors.NONE, SpeakerErrors.NONE);

  /** Both together. */
  SpeechResult plus(SpeechResult other) {
    return new SpeechResult(
        file,
        language.isEmpty() ? other.language : language,
        words.plus(other.words),
        speakers.plus(other.speakers));
  }

  /** The words, as scripts read them; {@code file} is "all" for the sum. */
  record WordLine(
      String task,
      String file,
      String unit,
      int n,
      double errorRate,
      int substitutions,
      int insertions,
      int deletions) {}

  /** The speakers, as scripts read them. */
  record SpeakerLine(
      String task,
      String file,
      int n,
      double errorRate,
      double roleErrorRate,
      int wrong,
      int unknown) {}

  WordLine wordLine() {
    return new WordLine(
        "asr",
        file,
        language.startsWith("zh") ? "character" : "word",
        words.words(),
        words.rate(),
        words.substitutions(),
        words.insertions(),
        words.deletions());
  }

  SpeakerLine speakerLine() {
    return new SpeakerLine(
        "diarization",
        file,
        speakers.words(),
        speakers.rate(),
        speakers.roleRate(),
        speakers.wrong(),
        speakers.unknown());
  }
}
