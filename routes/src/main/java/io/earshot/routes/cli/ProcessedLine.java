package io.earshot.routes.cli;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Scored;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of a conversation, as scripts read it: one line of {@code process --json}. */
record ProcessedLine(
    ConversationId id,
    String source,
    Channel channel,
    String language,
    String model,
    Instant startedAt,
    long durationMs,
    String agent,
    String customer,
    boolean diarized,
    double speakerConfidence,
    int turns,
    int words,
    String status,
    String reason,
    List<Scored> intents,
    Emotion emotion,
    double score,
    long wallMs) {

  /** The customer's feeling over the conversation. */
  record Emotion(
      String label, double valence, double start, double lowest, double end, double peakEnd) {
    static Emotion of(EmotionCourse course) {
      return new Emotion(
          course.label(),
          course.valence(),
          course.start(),
          course.lowest(),
          course.end(),
          course.peakEnd());
    }
  }

  /** A word of an alphabet, or one Chinese character. */
  private static final Pattern WORD =
      Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}'’&&[^\\p{IsHan}]]+");

  /** Reads the vault's outcome of a conversation that is indexed or quarantined. */
  static ProcessedLine of(Vault vault, ConversationId id) {
    Optional<Quarantine> quarantine =
        vault.outcome(id) == Outcome.QUARANTINED ? vault.quarantined(id) : Optional.empty();
    if (quarantine.isPresent()) {
      return refused(vault, id, quarantine.get());
    }
    Conversation conversation = vault.conversation(id);
    Analysis analysis = vault.analysis(id).orElseThrow();
    return new ProcessedLine(
        id,
        conversation.source(),
        conversation.channel(),
        analysis.language(),
        conversation.attribute(Conversation.SPEECH_MODEL).orElse(null),
        conversation.startedAt(),
        conversation.durationMs(),
        conversation.agent().orElse(null),
        conversation.customer().orElse(null),
        conversation.speakerSource() == SpeakerSource.DIARIZATION,
        conversation.speakerConfidence(),
        conversation.turns().size(),
        words(conversation),
        Outcome.INDEXED.code(),
        null,
        analysis.intents(),
        Emotion.of(analysis.emotion()),
        analysis.score().value(),
        vault.wall(id).map(Duration::toMillis).orElse(0L));
  }

  private static ProcessedLine refused(Vault vault, ConversationId id, Quarantine quarantine) {
    var envelope = vault.envelope(id);
    Conversation conversation = envelope.conversation();
    return new ProcessedLine(
        id,
        conversation.source(),
        conversation.channel(),
        conversation.language(),
        conversation.attribute(Conversation.SPEECH_MODEL).orElse(null),
        conversation.startedAt(),
        conversation.durationMs(),
        conversation.agent().orElse(null),
        conversation.customer().orElse(null),
        false,
        conversation.speakerConfidence(),
        0,
        0,
        Outcome.QUARANTINED.code(),
        quarantine.reason(),
        List.of(),
        Emotion.of(EmotionCourse.NONE),
        0,
        Duration.between(envelope.receivedAt(), quarantine.at()).toMillis());
  }

  boolean isIndexed() {
    return status.equals(Outcome.INDEXED.code());
  }

  private static int words(Conversation conversation) {
    int recognised = conversation.recognisedWords();
    return recognised > 0
        ? recognised
        : conversation.turns().stream().map(Turn::text).mapToInt(ProcessedLine::count).sum();
  }

  private static int count(String text) {
    return (int) WORD.matcher(text).results().count();
  }
}
