package io.earshot.analysis.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 240 sentences with names and 70 without, written for this test and not for the rules. */
class ChineseNamesTest {
  private static final int ROUNDS = 8;
  private static final Redactor REDACTOR = Redactors.shipped();

  @Test
  void findsNamesWhereverTheyStandInASentence() throws IOException {
    Map<String, List<String>> parts = parts();
    List<String> names = Arrays.asList(String.join(" ", parts.get("names")).split(" "));
    int found = 0;
    int wrong = 0;
    int next = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (String sentence : parts.get("sentences")) {
        String name = names.get(next++ % names.size());
        int start = sentence.indexOf("{}");
        List<Disclosure> people = people(sentence.replace("{}", name));
        boolean hit =
            people.stream().anyMatch(p -> p.start() <= start && p.end() >= start + name.length());
        found += hit ? 1 : 0;
        wrong +=
            (int)
                people.stream()
                    .filter(p -> p.end() <= start || p.start() >= start + name.length())
                    .count();
      }
    }
    double sentences = ROUNDS * parts.get("sentences").size();
    assertThat(found / sentences).as("recall").isGreaterThan(0.9);
    assertThat(found / (double) (found + wrong)).as("precision").isGreaterThan(0.9);
  }

  @Test
  void leavesSentencesWithoutNamesAlone() throws IOException {
    assertThat(parts().get("ordinary"))
        .filteredOn(sentence -> !people(sentence).isEmpty())
        .hasSizeLessThan(3);
  }

  private static List<Disclosure> people(String text) {
    return REDACTOR.find(text, "zh").stream().filter(d -> d.is(DataKind.PERSON)).toList();
  }

  private static Map<String, List<String>> parts() throws IOException {
    Map<String, List<String>> parts = new HashMap<>();
    try (InputStream file = ChineseNamesTest.class.getResourceAsStream("chinese-names.txt")) {
      List<String> part = new ArrayList<>();
      for (String line : new String(file.readAllBytes(), UTF_8).lines().toList()) {
        if (line.matches("[a-z]+")) {
          part = new ArrayList<>();
          parts.put(line, part);
        } else if (!line.startsWith("#")) {
          part.add(line);
        }
      }
    }
    return parts;
  }
}
