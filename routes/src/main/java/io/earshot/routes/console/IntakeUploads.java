package io.earshot.routes.console;

import io.earshot.console.upload.Told;
import io.earshot.console.upload.UploadTaker;
import io.earshot.console.upload.UploadedConversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.SourceItem;
import io.earshot.ingest.StillChanging;
import io.earshot.ingest.vault.Outcome;
import io.earshot.ingest.vault.Quarantine;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.Origin;
import io.earshot.routes.source.Source;
import io.earshot.routes.source.SourceState;
import io.earshot.routes.source.UploadSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes uploads in as watched folders do, by the source that their sender names. */
final class IntakeUploads implements UploadTaker {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeUploads.class);

  private final Map<String, UploadSource> sources = new LinkedHashMap<>();
  private final UploadSource nameless;
  private final ToldOptions told;
  private final Vault vault;

  /**
   * Takes into a vault.
   *
   * @param usual for uploads that name no source
   * @param configured all sources of the settings
   * @param told understands what senders tell
   */
  IntakeUploads(
      Source usual, List<Source> configured, Vault vault, Queues queues, ToldOptions told) {
    this.nameless = new UploadSource(usual, vault, queues);
    configured.stream()
        .filter(source -> source.origin() instanceof Origin.Upload)
        .forEach(source -> sources.put(source.name(), new UploadSource(source, vault, queues)));
    this.told = told;
    this.vault = vault;
  }

  @Override
  public void check(Told what) {
    if (!what.source().isEmpty() && !sources.containsKey(what.source())) {
      throw EarshotException.badInput(
          "There is no source of that name that takes uploads: see 'sources' in the settings");
    }
    told.check(what);
  }

  /** How the sources that take uploads fare. */
  List<SourceState> states() {
    return sources.values().stream().map(UploadSource::state).toList();
  }

  @Override
  public void take(List<Given> files, boolean more, Consumer<Taken> taken) {
    files.stream()
        .collect(
            Collectors.groupingBy(
                given -> given.told().source(), LinkedHashMap::new, Collectors.toList()))
        .forEach((name, given) -> take(source(name), given, more, taken));
  }

  /** One that is not in the settings any more is read as those that name none. */
  private UploadSource source(String name) {
    return sources.getOrDefault(name, nameless);
  }

  private void take(UploadSource source, List<Given> given, boolean more, Consumer<Taken> taken) {
    if (!source.isOpen()) {
      return; // they wait for its hours
    }
    Map<Path, Told> tellings = new LinkedHashMap<>();
    given.forEach(one -> tellings.put(one.file(), one.told()));
    List<Path> files = List.copyOf(tellings.keySet());
    List<Path> beside = new ArrayList<>();
    for (SourceItem item : source.scanner().scan(files, skipped -> beside.add(skipped.file()))) {
      List<Path> all = new ArrayList<>(item.files());
      source.scanner().companions(item).stream().filter(beside::remove).forEach(all::add);
      if (source.isOpen()) {
        List<Told> of = item.files().stream().map(tellings::get).toList();
        told.with(of, options -> take(source, item, all, options, more, taken));
      }
    }
    if (!more && !beside.isEmpty()) {
      taken.accept(Taken.of(beside, List.of()));
    }
  }

  private void take(
      UploadSource source,
      SourceItem item,
      List<Path> files,
      IntakeOptions options,
      boolean more,
      Consumer<Taken> taken) {
    List<Kept> kept = new ArrayList<>();
    try {
      source.take(
          item,
          options,
          more,
          receipt -> kept.add(new Kept(receipt.id().value(), receipt.known())));
    } catch (StillChanging e) {
      return; // one half of a call: the other one may come
    } catch (EarshotException e) {
      taken.accept(Taken.failed(files, e.getMessage(), isPassing(e.kind())));
      return;
    } catch (RuntimeException e) { // an edge: others are to be taken nevertheless
      LOG.error("An upload could not be read", e);
      taken.accept(Taken.failed(files, "A defect; it was noted in the log", false));
      return;
    }
    taken.accept(Taken.of(files, kept));
  }

  private static boolean isPassing(ErrorKind kind) {
    return kind == ErrorKind.UNAVAILABLE || kind == ErrorKind.EXHAUSTED;
  }

  @Override
  public UploadedConversation state(String conversation) {
    ConversationId id = new ConversationId(conversation);
    if (!vault.contains(id)) {
      return new UploadedConversation(conversation, "quarantined", "It was taken out again");
    }
    Outcome outcome = vault.outcome(id);
    return switch (outcome) {
      case PENDING -> new UploadedConversation(conversation, "in_flight", null);
      case INDEXED -> new UploadedConversation(conversation, outcome.code(), null);
      case QUARANTINED ->
          new UploadedConversation(
              conversation,
              outcome.code(),
              vault.quarantined(id).map(Quarantine::reason).orElse(""));
    };
  }
}
