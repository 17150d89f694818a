package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.chat.TranscriptSink.Refusal;
import io.earshot.ingest.vault.Deposit;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what can't be read, with the reason. */
final class Refusals {
  private final Vault vault;
  private final Clock clock;
  private final Duration settle;

  Refusals(Vault vault, Clock clock, Duration settle) {
    this.vault = vault;
    this.clock = clock;
    this.settle = settle;
  }

  /** Keeps the whole item, all its bytes. */
  Receipt whole(SourceItem item, Channel channel, String reason) {
    Settling.Look look = Settling.Look.at(item.files().get(0));
    try (Deposit deposit = vault.deposit()) {
      MessageDigest digest = ConversationId.sha256();
      byte[] first = deposit.copy(item.files().get(0));
      if (item.files().size() == 1 && look.bytes() > 0) {
        return keep(deposit, ConversationId.ofDigest(first), item, item.name(), channel, reason);
      }
      // Empty files are all alike but for their names.
      digest.update(item.name().getBytes(UTF_8));
      digest.update(first);
      item.files().stream().skip(1).forEach(file -> digest.update(deposit.copy(file)));
      Settling.unchanged(item.files().get(0), look, settle);
      ConversationId id = ConversationId.ofDigest(digest.digest());
      return keep(deposit, id, item, item.name(), channel, reason);
    }
  }

  /** Keeps the fact and the origin of an item that is too large to be copied. */
  Receipt withoutBytes(SourceItem item, Channel channel, String reason) {
    Settling.Look look = Settling.Look.at(item.files().get(0));
    ConversationId id = ConversationId.ofText("%s %s".formatted(item.name(), look));
    try (Deposit deposit = vault.deposit()) {
      return keep(deposit, id, item, item.name(), channel, reason);
    }
  }

  /** Keeps one row or element of a file. */
  Receipt part(SourceItem item, Refusal refusal) {
    ConversationId id =
        ConversationId.ofText(
            "%s\n%s\n%s".formatted(item.name(), refusal.place(), refusal.content()));
    try (Deposit deposit = vault.deposit()) {
      deposit.add("txt", refusal.content().getBytes(UTF_8));
      String source = item.name() + "#" + refusal.place();
      String reason = "%s, %s: %s".formatted(item.name(), refusal.place(), refusal.reason());
      return keep(deposit, id, item, source, Channel.CHAT, reason);
    }
  }

  private Receipt keep(
      Deposit deposit,
      ConversationId id,
      SourceItem item,
      String source,
      Channel channel,
      String reason) {
    Path origin = item.files().get(0).toAbsolutePath();
    Instant now = clock.instant();
    Instant startedAt = Settling.Look.at(item.files().get(0)).modifiedAt();
    Conversation unread =
        new Conversation(
            id,
            source,
            channel,
            "",
            startedAt,
            0,
            false,
            SpeakerSource.NONE,
            0,
            Map.of(),
            List.of());
    Envelope envelope =
        new Envelope(unread, deposit.mediaNames(), List.of(), now, origin.toString());
    boolean isNew =
        deposit.keepQuarantined(
            envelope, new Quarantine(Stage.INTAKE, ErrorKind.BAD_INPUT, reason, now));
    return new Receipt(id, source, channel, Stage.INTAKE, !isNew, Optional.of(reason));
  }
}
