package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures on material that nobody here wrote; the floors are a little below what was measured. A
 * disclosure is right when it touches a marked place of its kind.
 */
class RedactionQualityTest {
  private static final Path SENTENCES = Path.of("../../shared/data/pii/presidio-synth-dev.json");
  private static final Path CHATS = Path.of("../../shared/data/chats/jd-customer-service.tsv");
  private static final Redactor REDACTOR = Redactors.shipped();

  @ParameterizedTest
  @CsvSource({
    "CARD, 0.99, 0.99",
    "IBAN, 0.99, 0.99",
    "NATIONAL_ID, 0.99, 0.99",
    "PHONE, 0.97, 0.95",
    "EMAIL, 0.99, 0.99",
    "URL, 0.99, 0.99",
    "IP, 0.99, 0.99",
    "ADDRESS, 0.72, 0.95",
    "PERSON, 0.85, 0.87",
  })
  void marksSentencesAsOthersDo(DataKind kind, double recall, double precision) throws IOException {
    Assumptions.assumeTrue(Files.exists(SENTENCES));
    Score score = new Score();
    String json = Files.readString(SENTENCES);
    for (Section sentence : Section.parse("{items: " + json + "}", "sentences").sections("items")) {
      score.add(REDACTOR.find(sentence.required("full_text"), "en"), marks(sentence), kind);
    }
    assertThat(score.recall()).as("recall of %s", kind).isGreaterThanOrEqualTo(recall);
    assertThat(score.precision()).as("precision of %s", kind).isGreaterThanOrEqualTo(precision);
  }

  @Test
  void leavesOrdinaryTurnsOfRealChatsAlone() throws IOException {
    Assumptions.assumeTrue(Files.exists(CHATS));
    int turns = 0;
    long redacted = 0;
    for (Conversation chat : chats()) {
      turns += chat.turns().size();
      redacted +=
          REDACTOR.redact(chat).redactions().stream().map(Redaction::turn).distinct().count();
    }
    assertThat(redacted / (double) turns).isLessThan(0.003);
  }

  private static List<Mark> marks(Section sentence) {
    return sentence.sections("spans").stream()
        .map(
            span ->
                new Mark(
                    DataKind.ofLabel(span.required("entity_type")),
                    span.integer("start_position", 0, 0, 100_000),
                    span.integer("end_position", 0, 0, 100_000)))
        .toList();
  }

  private static List<Conversation> chats() throws IOException {
    Map<String, List<Turn>> sessions = new LinkedHashMap<>();
    for (String line : Files.readAllLines(CHATS)) {
      String[] fields = line.split("\t", 7);
      if (fields.length == 7) {
        List<Turn> turns = sessions.computeIfAbsent(fields[0], id -> new ArrayList<>());
        Speaker speaker = fields[2].equals("1") ? Speaker.AGENT : Speaker.CUSTOMER;
        turns.add(Turn.written(turns.size(), speaker, 0, fields[6]));
      }
    }
    return sessions.values().stream()
        .map(turns -> Redactors.conversation(Channel.CHAT, turns))
        .toList();
  }

  private record Mark(Optional<DataKind> kind, int start, int end) {
    boolean touches(Disclosure found) {
      return found.start() < end && start < found.end();
    }
  }

  private static final class Score {
    private int marked;
    private int hit;
    private int found;
    private int right;

    void add(List<Disclosure> all, List<Mark> allMarks, DataKind kind) {
      List<Disclosure> ours = all.stream().filter(one -> one.is(kind)).toList();
      List<Mark> marks =
          allMarks.stream().filter(mark -> mark.kind().equals(Optional.of(kind))).toList();
      marked += marks.size();
      hit += (int) marks.stream().filter(mark -> ours.stream().anyMatch(mark::touches)).count();
      found += ours.size();
      right +=
          (int) ours.stream().filter(one -> marks.stream().anyMatch(m -> m.touches(one))).count();
    }

    double recall() {
      return hit / (double) Math.max(1, marked);
    }

    double precision() {
      return right / (double) Math.max(1, found);
    }
  }
}
