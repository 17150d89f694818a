package io.earshot.analysis.redaction;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Redactors and conversations for tests. */
final class Redactors {
  private static final Redactor SHIPPED = Redactor.load(Path.of("../config/redaction.yaml"));

  private Redactors() {}

  /** As the settings that come with Earshot make it. */
  static Redactor shipped() {
    return SHIPPED;
  }

  /** A chat; each turn is "a: ..." for the agent or "c: ..." for the customer. */
  static Conversation chat(String... lines) {
    List<Turn> turns = new ArrayList<>();
    for (String line : lines) {
      turns.add(Turn.written(turns.size(), speaker(line), 0, line.substring(3)));
    }
    return conversation(Channel.CHAT, turns);
  }

  /** A call in which each word takes 100 ms; every word may have been "five". */
  static Conversation call(String... lines) {
    List<Turn> turns = new ArrayList<>();
    long at = 0;
    for (String line : lines) {
      List<Word> words = new ArrayList<>();
      long start = at;
      for (String word : line.substring(3).split(" ")) {
        words.add(new Word(word, at, at + 100, 0.9, List.of("five")));
        at += 100;
      }
      turns.add(new Turn(turns.size(), speaker(line), 1, start, at, line.substring(3), 0.9, words));
    }
    return conversation(Channel.CALL, turns);
  }

  static Conversation conversation(Channel channel, List<Turn> turns) {
    return new Conversation(
        ConversationId.ofText("redaction"),
        "test",
        channel,
        "",
        Instant.EPOCH,
        0,
        true,
        SpeakerSource.LABELS,
        1,
        Map.of(Conversation.AGENT, "Bettina", "customer", "Ottokar"),
        turns);
  }

  static List<String> texts(Conversation conversation) {
    return conversation.turns().stream().map(Turn::text).toList();
  }

  private static Speaker speaker(String line) {
    return line.startsWith("a") ? Speaker.AGENT : Speaker.CUSTOMER;
  }
}
