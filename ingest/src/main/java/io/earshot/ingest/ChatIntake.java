package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.TranscriptSink.Refusal;
import io.earshot.ingest.facts.RecordedFacts;
import io.earshot.ingest.vault.Deposit;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes chat files, with one or many conversations. */
final class ChatIntake {
  /** Beyond this many, unreadable rows of a file are kept together: something is wrong with it. */
  private static final int MAX_PARTS_KEPT_APART = 20;

  private final IngestSettings settings;
  private final Vault vault;
  private final Clock clock;
  private final Refusals refusals;
  private final ConversationReader reader;
  private final KnownReceipts known;
  private final RecordedFacts recorded;

  ChatIntake(IngestSettings settings, Vault vault, Clock clock, Refusals refusals) {
    this.settings = settings;
    this.vault = vault;
    this.clock = clock;
    this.refusals = refusals;
    this.reader = new ConversationReader(settings);
    this.known = new KnownReceipts(vault);
    this.recorded = new RecordedFacts(settings.sideFiles(), settings.timeZone());
  }

  void take(
      SourceItem item, Settling.Look look, IntakeOptions options, Consumer<Receipt> receipts) {
    Path file = item.files().get(0);
    Progress progress = new Progress();
    try {
      progress.bytesId =
          Optional.of(
              reader.readAll(
                  file,
                  options,
                  read -> {
                    Settling.unchanged(file, look, settings.settle());
                    receipts.accept(keep(read, file, options));
                    progress.conversations++;
                  },
                  progress::refuse));
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.BAD_INPUT) {
        throw e;
      }
      progress.failure = e.getMessage();
    }
    Settling.unchanged(file, look, settings.settle());
    keepRefused(item, progress, receipts);
  }

  /** What was refused before and can be read now, with a better mapping, say, leaves quarantine. */
  private void withdrawRefusal(ConversationId bytesId) {
    boolean refused =
        vault.contains(bytesId)
            && vault.quarantined(bytesId).filter(q -> q.stage() == Stage.INTAKE).isPresent();
    if (refused) {
      vault.remove(bytesId);
    }
  }

  private static final class Progress {
    long conversations;
    long refused;
    String failure = "";
    Optional<ConversationId> bytesId = Optional.empty();
    final List<Refusal> parts = new ArrayList<>();

    void refuse(Refusal refusal) {
      refused++;
      if (parts.size() <= MAX_PARTS_KEPT_APART) {
        parts.add(refusal);
      }
    }
  }

  private Receipt keep(ReadConversation read, Path file, IntakeOptions options) {
    Conversation conversation = withKnown(read, options);
    try (Deposit deposit = vault.deposit()) {
      read.recordings().forEach(sound -> deposit.add(sound.ending(), sound.bytes()));
      deposit.addUnmended(read.unmended());
      List<Speaker> roles =
          read.recordings().stream().flatMap(sound -> sound.roles().stream()).toList();
      Path origin = file.toAbsolutePath();
      Envelope envelope =
          new Envelope(
              conversation, deposit.mediaNames(), roles, clock.instant(), origin.toString());
      return deposit.keep(envelope) || options.anew() && deposit.renew(envelope)
          ? taken(read)
          : known.of(conversation);
    }
  }

  private Conversation withKnown(ReadConversation read, IntakeOptions options) {
    Conversation conversation = read.conversation();
    Map<String, String> attributes =
        EarlierReceipt.of(conversation.id(), options, vault).and(conversation.attributes());
    return conversation.withAttributes(
        read.recordings().isEmpty() ? attributes : ModelWish.in(attributes, options, settings));
  }

  private static Receipt taken(ReadConversation read) {
    Conversation conversation = read.conversation();
    return new Receipt(
        conversation.id(),
        conversation.source(),
        conversation.channel(),
        read.recordings().isEmpty() ? Stage.ANALYSE : Stage.TRANSCRIBE,
        false,
        Optional.empty());
  }

  private void keepRefused(SourceItem item, Progress progress, Consumer<Receipt> receipts) {
    if (progress.conversations == 0 && progress.failure.isEmpty()) {
      progress.failure = nothingRead(item, progress);
    }
    if (!progress.failure.isEmpty()) {
      String read = progress.conversations + " conversations were read, then: ";
      String reason =
          progress.conversations == 0 ? unread(item, progress) : read + progress.failure;
      receipts.accept(refusals.whole(item, Channel.CHAT, reason));
    } else if (progress.refused > MAX_PARTS_KEPT_APART) {
      receipts.accept(refusals.whole(item, Channel.CHAT, many(item, progress)));
    } else {
      progress.bytesId.ifPresent(this::withdrawRefusal);
      progress.parts.forEach(part -> receipts.accept(refusals.part(item, part)));
    }
  }

  /** Facts that come when their recording is taken already are no conversation that is broken. */
  private String unread(SourceItem item, Progress progress) {
    Path file = item.files().get(0);
    if (!recorded.mayBeOfRecording(file)) {
      return progress.failure;
    }
    String recording = PlainName.of(recorded.recordingOf(file));
    return "%s tells of a recording named %s, and none lies beside it. If it came too late for it: 'earshot process --again' takes %s anew, with what lies beside it; else hand both over together. As a conversation it can't be read either: %s"
        .formatted(item.name(), recording, recording, progress.failure);
  }

  private static String nothingRead(SourceItem item, Progress progress) {
    if (progress.parts.isEmpty()) {
      return item.name() + " holds no conversation";
    }
    Refusal first = progress.parts.get(0);
    return "%s: nothing could be read; %s: %s"
        .formatted(item.name(), first.place(), first.reason());
  }

  private static String many(SourceItem item, Progress progress) {
    Refusal first = progress.parts.get(0);
    return "%s: %d conversations were read, but %d parts can't be, the first at %s: %s"
        .formatted(
            item.name(), progress.conversations, progress.refused, first.place(), first.reason());
  }
}
