package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.facts.Facts;
import io.earshot.ingest.vault.Deposit;
import io.earshot.ingest.vault.Envelope;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes recordings: copies them, with what is known of them. */
final class CallIntake {
  private static final Logger LOG = LoggerFactory.getLogger(CallIntake.class);

  private final IngestSettings settings;
  private final CallFacts callFacts;
  private final Vault vault;
  private final Clock clock;
  private final KnownReceipts receipts;

  CallIntake(IngestSettings settings, Vault vault, Clock clock) {
    this.settings = settings;
    this.callFacts = new CallFacts(settings);
    this.vault = vault;
    this.clock = clock;
    this.receipts = new KnownReceipts(vault);
  }

  Receipt take(SourceItem item, Map<Path, Settling.Look> looks, IntakeOptions options) {
    CallFacts.Known known = callFacts.of(item, options.facts());
    known.troubles().forEach(trouble -> LOG.warn("{}: {}", item.name(), trouble));
    List<Speaker> roles = known.roles();
    try (Deposit deposit = vault.deposit()) {
      List<byte[]> digests = new ArrayList<>();
      for (int i = 0; i < item.files().size(); i++) {
        Path file = item.files().get(i);
        digests.add(deposit.copy(file, known.delaysMs().get(i)));
        Settling.unchanged(file, looks.get(file), settings.settle());
      }
      Instant fileTime = looks.get(item.files().get(0)).modifiedAt();
      Conversation call = conversation(item, id(roles, digests), known.facts(), fileTime, options);
      Path origin = item.files().get(0).toAbsolutePath();
      Envelope envelope =
          new Envelope(
              call,
              deposit.mediaNames(),
              roles,
              settings.swap() && roles.size() > 1,
              clock.instant(),
              origin.toString());
      return deposit.keep(envelope) || options.anew() && deposit.renew(envelope)
          ? new Receipt(
              call.id(), call.source(), Channel.CALL, Stage.TRANSCRIBE, false, Optional.empty())
          : receipts.of(call);
    }
  }

  /** For a pair with the roles, so that the parties swapped are another call. */
  private static ConversationId id(List<Speaker> roles, List<byte[]> digests) {
    if (digests.size() == 1) {
      return ConversationId.ofDigest(digests.get(0));
    }
    MessageDigest digest = ConversationId.sha256();
    for (int i = 0; i < digests.size(); i++) {
      String role = i < roles.size() ? roles.get(i).code() : Speaker.UNKNOWN.code();
      digest.update(role.getBytes(UTF_8));
      digest.update(digests.get(i));
    }
    return ConversationId.ofDigest(digest.digest());
  }

  private Conversation conversation(
      SourceItem item, ConversationId id, Facts facts, Instant fileTime, IntakeOptions options) {
    boolean tracks = item.files().size() > 1;
    EarlierReceipt earlier = EarlierReceipt.of(id, options, vault);
    return new Conversation(
        id,
        item.name(),
        Channel.CALL,
        options
            .language()
            .or(facts::language)
            .or(() -> Optional.of(settings.language()).filter(language -> !language.isEmpty()))
            .or(earlier::language)
            .orElse(""),
        facts.startedAt().or(earlier::startedAt).orElse(fileTime),
        0,
        true,
        tracks ? SpeakerSource.TRACKS : SpeakerSource.NONE,
        tracks ? 1 : 0,
        ModelWish.in(earlier.and(facts.attributes()), options, settings),
        List.of());
  }
}
