package io.earshot.ingest;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes items from sources into the vault. Any number of threads may use it at the same time, also
 * for the same item: it is kept once.
 */
public final class Intake {
  private final Admission admission;
  private final Refusals refusals;
  private final CallIntake calls;
  private final ChatIntake chats;

  public Intake(IngestSettings settings, Vault vault) {
    this(settings, vault, Clock.systemUTC());
  }

  Intake(IngestSettings settings, Vault vault, Clock clock) {
    this(settings, vault, clock, new Settling(clock));
  }

  private Intake(IngestSettings settings, Vault vault, Clock clock, Settling settling) {
    this.admission = new Admission(settings, settling);
    this.refusals = new Refusals(vault, clock, settings.settle());
    this.calls = new CallIntake(settings, vault, clock);
    this.chats = new ChatIntake(settings, vault, clock, refusals);
  }

  /**
   * For copies of what lies elsewhere: they are complete when they are there, have the times of
   * what they were made from, and wait for their other halves from when they came.
   */
  public static Intake ofArrivals(IngestSettings settings, Vault vault) {
    Clock clock = Clock.systemUTC();
    IngestSettings complete = settings.withWaits(Duration.ZERO, settings.pairWait());
    return new Intake(complete, vault, clock, new Settling(clock, true));
  }

  /**
   * Takes one item. Each conversation is safely on disk when its receipt is handed out; when the
   * method returns, all are. What can't be read has a receipt too, with the reason.
   *
   * @throws StillChanging when a file is still being written, or the other half of a pair may come
   * @throws EarshotException of kind EXHAUSTED when the vault's disk is full, UNAVAILABLE when a
   *     disk does not answer, MISCONFIGURED when a mapping is wrong; the item is then to be taken
   *     again, conversations that had their receipts are known the second time
   */
  public void take(SourceItem item, IntakeOptions options, Consumer<Receipt> receipts) {
    Map<Path, Settling.Look> looks = admission.settled(item);
    Optional<Admission.Refused> refused = admission.refusal(item, looks);
    Path first = item.files().get(0);
    if (refused.isPresent()) {
      receipts.accept(refuse(item, refused.get()));
    } else if (admission.kind(first) == SourceKind.RECORDING) {
      receipts.accept(calls.take(item, looks, options));
    } else {
      chats.take(item, looks.get(first), options, receipts);
    }
  }

  private Receipt refuse(SourceItem item, Admission.Refused refused) {
    return refused.keepBytes()
        ? refusals.whole(item, admission.channel(item), refused.reason())
        : refusals.withoutBytes(item, admission.channel(item), refused.reason());
  }
}
