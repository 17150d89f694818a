package io.earshot.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import io.earshot.index.text.Token;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a conversation and what is known of it as the documents of both indices. */
final class ConversationDocuments {
  private static final JsonFactory JSON = new JsonFactory();

  /** No letter or digit, so that no phrase is found across two alternatives. */
  private static final String BETWEEN_ALTERNATIVES = " | ";

  private final SpokenReader reader;
  private final Clock clock;

  ConversationDocuments(SpokenReader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** All documents of a conversation, ready to be sent. */
  DocumentSet of(Conversation conversation, Analysis analysis) {
    Map<Integer, TurnInsight> insights = new HashMap<>();
    analysis.turns().forEach(insight -> insights.put(insight.turn(), insight));
    Facts facts = new Facts(conversation, analysis);
    List<DocumentSet.Turn> turns = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      Optional<TurnInsight> insight = Optional.ofNullable(insights.get(turn.index()));
      byte[] json = json(generator -> turn(generator, facts, turn, insight));
      turns.add(new DocumentSet.Turn(turn.index(), json));
    }
    byte[] whole = json(generator -> whole(generator, facts, insights));
    return new DocumentSet(conversation.id(), whole, turns);
  }

  private void whole(JsonGenerator json, Facts facts, Map<Integer, TurnInsight> insights)
      throws IOException {
    Conversation conversation = facts.conversation();
    json.writeStringField("id", conversation.id().value());
    json.writeStringField("indexed_at", clock.instant().toString());
    facts.writeShared(json);
    facts.writeOwn(json);
    json.writeNumberField("turn_count", turnCount(conversation));
    json.writeArrayFieldStart("turns");
    for (Turn turn : conversation.turns()) {
      json.writeStartObject();
      spoken(json, turn, Optional.ofNullable(insights.get(turn.index())), "intent");
      json.writeNumberField("speaker_confidence", (float) conversation.speakerConfidence(turn));
      json.writeStringField("text", turn.text());
      words(json, turn.text());
      doubtful(json, DoubtfulWord.of(turn));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** In each field a word stands at the same place, so that one search may look into several. */
  private void words(JsonGenerator json, String text) throws IOException {
    List<Token> tokens = reader.tokens(text);
    json.writeStringField("exact", join(tokens, Token::exact) + " " + SpokenTurn.END);
    json.writeStringField("stems", join(tokens, Token::stem));
    json.writeStringField("sounds", String.join(" ", reader.codes(text, tokens)));
  }

  /** One more than the highest turn index, so that turns above it are known to be stale. */
  private static int turnCount(Conversation conversation) {
    return conversation.turns().stream().mapToInt(turn -> turn.index() + 1).max().orElse(0);
  }

  private static void turn(
      JsonGenerator json, Facts facts, Turn turn, Optional<TurnInsight> insight)
      throws IOException {
    json.writeStringField("conversation_id", facts.conversation().id().value());
    facts.writeShared(json);
    facts.writeOfTurns(json);
    spoken(json, turn, insight, "turn_intent");
    if (insight.isPresent()) {
      json.writeStringField("turn_language", insight.get().language());
      Optional<Embedding> meaning = insight.get().embedding().filter(VectorText::hasDirection);
      if (meaning.isPresent()) {
        json.writeFieldName("vector_" + meaning.get().model());
        VectorText.write(meaning.get().vector(), json);
      }
    }
  }

  private void doubtful(JsonGenerator json, List<DoubtfulWord> words) throws IOException {
    if (words.isEmpty()) {
      return;
    }
    StringJoiner perhaps = new StringJoiner(BETWEEN_ALTERNATIVES);
    json.writeArrayFieldStart("doubtful");
    for (DoubtfulWord word : words) {
      json.writeStartObject();
      json.writeNumberField("start", word.start());
      json.writeNumberField("end", word.end());
      json.writeArrayFieldStart("alternatives");
      for (String alternative : word.alternatives()) {
        json.writeString(alternative);
        perhaps.add(join(reader.tokens(alternative), Token::stem));
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("perhaps", perhaps.toString());
  }

  private static void spoken(
      JsonGenerator json, Turn turn, Optional<TurnInsight> insight, String intentField)
      throws IOException {
    json.writeNumberField("turn", turn.index());
    json.writeStringField("speaker", turn.speaker().code());
    json.writeNumberField("start_ms", turn.startMs());
    json.writeNumberField("end_ms", turn.endMs());
    if (insight.isPresent()) {
      json.writeStringField("emotion", insight.get().emotion().name());
      json.writeNumberField("valence", (float) insight.get().valence());
      json.writeNumberField("displeasure", (float) insight.get().displeasure());
      json.writeNumberField("arousal", (float) insight.get().arousal());
      json.writeArrayFieldStart(intentField);
      for (Scored intent : insight.get().intents()) {
        json.writeString(intent.name());
      }
      json.writeEndArray();
    }
  }

  private static String join(List<Token> tokens, Function<Token, String> form) {
    return tokens.stream().map(form).collect(Collectors.joining(" "));
  }

  private static byte[] json(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      content.write(generator);
      generator.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** The fields of one document. */
  private interface Content {
    void write(JsonGenerator generator) throws IOException;
  }
}
