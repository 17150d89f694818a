package io.earshot.routes.stage;

import io.earshot.analysis.Analyzer;
import io.earshot.asr.Recording;
import io.earshot.asr.Transcriber;
import io.earshot.asr.Transcript;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.index.ConversationIndex;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.StageMissing;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of each stage for one conversation. Every method may run twice, on any machine that sees
 * the vault, and leaves the same result. The parts are suppliers because they load while the first
 * conversations are already on their way; a supplier waits until its part is there.
 */
public final class Stages {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  /** What is kept at hand for the next stage, at most: a saving of work, the vault has it all. */
  private static final int MOST_AT_HAND = 64;

  private static final int LONGEST_AT_HAND = 500;

  /** Whether no other process takes from the same queues: only then is what is at hand the last. */
  private final boolean alone;

  private final Map<ConversationId, Analysed> atHand = new ConcurrentHashMap<>();
  private final Vault vault;
  private final Supplier<? extends Transcriber> transcriber;
  private final PersonalData personalData;
  private final Playable playable;
  private final Supplier<? extends Analyzer> analyzer;
  private final Supplier<ConversationIndex> index;
  private final long diskReserve;
  private final Activity activity;
  private volatile boolean stopping;

  public Stages(
      Vault vault,
      Supplier<? extends Transcriber> transcriber,
      PersonalData personalData,
      Playable playable,
      Supplier<? extends Analyzer> analyzer,
      Supplier<ConversationIndex> index,
      long diskReserve,
      boolean alone,
      Activity activity) {
    this.alone = alone;
    this.vault = vault;
    this.transcriber = transcriber;
    this.personalData = personalData;
    this.playable = playable;
    this.analyzer = analyzer;
    this.index = index;
    this.diskReserve = diskReserve;
    this.activity = activity;
  }

  /**
   * Does a stage's work.
   *
   * @return false when there is nothing to do: the conversation has its outcome, and the message
   *     was one too many
   * @throws RejectedExecutionException when it failed because the process is ending: the
   *     conversation is to stay where it is
   */
  boolean run(Stage stage, ConversationId id) {
    if (vault.contains(id) && vault.outcome(id) != Outcome.PENDING) {
      return false;
    }
    activity.begin(id, stage);
    try {
      work(stage, id);
      return true;
    } catch (RuntimeException e) {
      if (stopping) {
        throw new RejectedExecutionException("ending", e);
      }
      throw e;
    } finally {
      activity.end(id);
    }
  }

  private void work(Stage stage, ConversationId id) {
    switch (stage) {
      case INTAKE -> throw new IllegalArgumentException("intake has no queue");
      case TRANSCRIBE -> transcribe(id);
      case ANALYSE -> analyse(id);
      case INDEX -> index(id);
    }
  }

  /** From now on a failure means only that parts are being taken away. */
  public void stop() {
    stopping = true;
  }

  private void transcribe(ConversationId id) {
    requireSpace();
    if (vault.isRedacted(id)) {
      return; // what was silenced can't be heard again: the words stay as they are
    }
    Envelope envelope = vault.envelope(id);
    Conversation call = envelope.conversation();
    Recording recording =
        new Recording(
            vault.media(id),
            envelope.roles(),
            !envelope.swappable(),
            call.language(),
            call.attribute(Conversation.SPEECH_MODEL).orElse(""));
    Transcript transcript =
        transcriber.get().transcribe(recording, (heard, all) -> activity.heard(id, heard, all));
    vault.keepConversation(heard(call, transcript));
    activity.transcribed(transcript.audioMs());
    LOG.info(
        "{} transcribed: {} ms of audio in {} ms", id, transcript.audioMs(), transcript.wallMs());
  }

  private static Conversation heard(Conversation call, Transcript transcript) {
    Conversation heard =
        call.withTranscript(
                transcript.language(),
                transcript.audioMs(),
                transcript.speakerSource(),
                transcript.speakerConfidence(),
                transcript.turns())
            .withAttribute(Conversation.SPEECH_MODEL, transcript.model());
    return transcript.languageConfidence() < 1
        ? heard.withAttribute(
            Conversation.LANGUAGE_CONFIDENCE,
            String.format(Locale.ROOT, "%.2f", transcript.languageConfidence()))
        : heard;
  }

  private void analyse(ConversationId id) {
    requireSpace();
    Conversation conversation = personalData.remove(id);
    playable.prepare(id);
    Analysis analysis = analyzer.get().analyze(conversation);
    vault.keepAnalysis(id, analysis);
    atHand.remove(id); // what an earlier run left must not outlive a later one
    if (alone && atHand.size() < MOST_AT_HAND && conversation.turns().size() < LONGEST_AT_HAND) {
      atHand.put(id, new Analysed(conversation, analysis));
    }
  }

  private void index(ConversationId id) {
    Analysed found = Optional.ofNullable(atHand.remove(id)).orElseGet(() -> kept(id));
    Conversation conversation = found.conversation().withLanguage(found.analysis().language());
    index.get().write(conversation, found.analysis());
    activity.indexed(conversation, found.analysis());
    vault.indexed(id, Duration.between(vault.envelope(id).receivedAt(), Instant.now()));
  }

  private record Analysed(Conversation conversation, Analysis analysis) {}

  private Analysed kept(ConversationId id) {
    Analysis analysis = vault.analysis(id).orElseThrow(() -> missing(id));
    return new Analysed(vault.conversation(id), analysis);
  }

  private static StageMissing missing(ConversationId id) {
    return new StageMissing(Stage.ANALYSE, id + " has no findings in the vault", null);
  }

  /** Sets a conversation aside with the reason, for a person to look at. */
  void quarantine(Stage stage, ConversationId id, Throwable cause) {
    boolean ours = cause instanceof EarshotException;
    ErrorKind kind = ours ? ((EarshotException) cause).kind() : ErrorKind.BUG;
    String reason =
        ours
            ? asReceived(id, cause.getMessage())
            : "defect in stage %s: %s".formatted(stage.code(), cause);
    Quarantine quarantine = new Quarantine(stage, kind, reason, Instant.now());
    activity.quarantined(vault.envelope(id).conversation(), quarantine);
    vault.quarantine(id, quarantine);
    LOG.warn("{} quarantined at stage {}: {}", id, stage.code(), reason, ours ? null : cause);
  }

  /** The vault numbers the files that it keeps; people know them by the name they came under. */
  private String asReceived(ConversationId id, String message) {
    String source = vault.envelope(id).conversation().source();
    String named = message;
    for (Path kept : vault.media(id)) {
      named = named.replace(kept.getFileName().toString(), source);
    }
    return named;
  }

  Activity activity() {
    return activity;
  }

  private void requireSpace() {
    long usable = vault.usableBytes();
    if (usable < diskReserve) {
      throw EarshotException.exhausted(
          "Only %d MB are free under %s: free some space, work goes on by itself"
              .formatted(usable >> 20, vault.root()),
          null);
    }
  }
}
