package io.earshot.conversation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who said what, when, where and to whom: the unit that is kept, judged and found.
 *
 * @param id derived from the content
 * @param source where it came from, as the user knows it: a file name, with a session id where a
 *     file holds many
 * @param channel call or chat
 * @param language main language as a BCP 47 tag ("en", "zh"); empty until it is known
 * @param startedAt when it began; the file's own time where the source does not say
 * @param durationMs length in milliseconds; 0 where times are not known
 * @param timed whether turns carry real times (recordings always do, some chat exports do not)
 * @param speakerSource how it is known who speaks
 * @param speakerConfidence 0 to 1, how sure the speakers of the turns are
 * @param attributes further facts by name ({@link #AGENT}, {@link #CUSTOMER}, ...), from file names
 *     and side data
 * @param turns in order of their start
 */
public record Conversation(
    ConversationId id,
    String source,
    Channel channel,
    String language,
    Instant startedAt,
    long durationMs,
    boolean timed,
    SpeakerSource speakerSource,
    double speakerConfidence,
    Map<String, String> attributes,
    List<Turn> turns) {

  public static final String AGENT = "agent";
  public static final String CUSTOMER = "customer";

  /** The recorder's or chat system's own id. */
  public static final String CALL_ID = "call_id";

  public static final String QUEUE = "queue";

  /** Name of the speech model that heard a call; before that, of the one that was asked for. */
  public static final String SPEECH_MODEL = "speech_model";

  /** How sure it is that a call is in its language, 0 to 1; absent when that was told. */
  public static final String LANGUAGE_CONFIDENCE = "language_confidence";

  public Conversation {
    attributes = Map.copyOf(attributes);
    turns = List.copyOf(turns);
  }

  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  public Optional<String> agent() {
    return attribute(AGENT);
  }

  public Optional<String> customer() {
    return attribute(CUSTOMER);
  }

  /**
   * How sure it is who said a turn: never surer than of the whole, which is all that conversations
   * of earlier releases know.
   */
  public double speakerConfidence(Turn turn) {
    return Math.min(speakerConfidence, turn.speakerConfidence());
  }

  /** Words that were recognised; for chats 0. */
  public int recognisedWords() {
    return turns.stream().mapToInt(turn -> turn.words().size()).sum();
  }

  /** The same conversation with what was said in it. */
  public Conversation withTurns(List<Turn> newTurns, long newDurationMs) {
    return withTranscript(language, newDurationMs, speakerSource, speakerConfidence, newTurns);
  }

  /** The same conversation with what was heard in its recording. */
  public Conversation withTranscript(
      String heardLanguage,
      long heardMs,
      SpeakerSource speakersFrom,
      double speakersSure,
      List<Turn> heardTurns) {
    return new Conversation(
        id,
        source,
        channel,
        heardLanguage,
        startedAt,
        heardMs,
        timed,
        speakersFrom,
        speakersSure,
        attributes,
        heardTurns);
  }

  public Conversation withLanguage(String newLanguage) {
    return new Conversation(
        id,
        source,
        channel,
        newLanguage,
        startedAt,
        durationMs,
        timed,
        speakerSource,
        speakerConfidence,
        attributes,
        turns);
  }

  /** The same conversation with one more fact, in place of what it said before. */
  public Conversation withAttribute(String name, String value) {
    Map<String, String> more = new HashMap<>(attributes);
    more.put(name, value);
    return withAttributes(more);
  }

  /** The same conversation with these facts alone. */
  public Conversation withAttributes(Map<String, String> newAttributes) {
    return new Conversation(
        id,
        source,
        channel,
        language,
        startedAt,
        durationMs,
        timed,
        speakerSource,
        speakerConfidence,
        newAttributes,
        turns);
  }

  @Override
  public String toString() {
    return "Conversation[%s, %s, %d turns]".formatted(id, channel, turns.size());
  }
}
