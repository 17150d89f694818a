package io.earshot.asr;

import io.earshot.asr.model.ModelOrigin;
import io.earshot.asr.model.SpeechModel;
import io.earshot.conversation.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Words for tests: {@code "1000 hello 1400 there"} puts each at its time, 200 ms long. */
final class Words {
  /** For parts that need some model and whose engine is a fake. */
  static final SpeechModel MODEL =
      new SpeechModel("fake", "en", Path.of("fake"), ModelOrigin.OWN, 0);

  private Words() {}

  static List<Word> at(String script) {
    List<Word> words = new ArrayList<>();
    long time = 0;
    for (String part : script.strip().split("\\s+")) {
      if (part.matches("\\d+")) {
        time = Long.parseLong(part);
      } else if (!part.isEmpty()) {
        words.add(new Word(part, time, time + 200, 0.5));
        time += 200;
      }
    }
    return words;
  }
}
