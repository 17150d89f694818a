package io.earshot.routes.console;

import io.earshot.console.event.Progress;
import io.earshot.console.operations.Operations;
import io.earshot.console.operations.OperationsView;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.SourceState;
import io.earshot.routes.stage.Activity;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Tells the console what this process does. */
final class RunningOperations implements OperationsView {
  private final ConsoleNeeds needs;
  private final Supplier<List<SourceState>> uploadSources;
  private final Settings settings;
  private final Home home;
  private final LedgerWatch ledger;
  private final ModelsInUse models;
  private final Versions versions;

  /**
   * Prepares to tell.
   *
   * @param uploadSources how the sources fare that take uploads
   */
  RunningOperations(
      ConsoleNeeds needs, Supplier<List<SourceState>> uploadSources, Settings settings, Home home) {
    this.needs = needs;
    this.uploadSources = uploadSources;
    this.settings = settings;
    this.home = home;
    this.ledger = new LedgerWatch(needs);
    this.models = new ModelsInUse(home, settings);
    this.versions = new Versions(home);
  }

  @Override
  public Operations now() {
    return new Operations(
        needs.checks().get(),
        Stream.concat(needs.sources().get().stream(), uploadSources.get().stream())
            .map(RunningOperations::source)
            .toList(),
        running(),
        queues(),
        needs.activity().waitsFor(),
        ledger.latest().orElse(null),
        models.all(),
        new Operations.Disk(
            home.usableBytes(), settings.pipeline().diskReserve(), home.root().toString()),
        versions.all());
  }

  /** What is worked on and what waits, the cheap part of {@link #now}. */
  Progress progress() {
    return new Progress(queues().stream().mapToLong(Operations.Queue::waiting).sum(), running());
  }

  private static Operations.Source source(SourceState state) {
    return new Operations.Source(
        state.source().name(),
        state.source().origin().kind(),
        state.source().origin().place(),
        state.health().ok(),
        state.health().detail(),
        state.received(),
        state.lastAt().orElse(null));
  }

  private List<Operations.Work> running() {
    return needs.activity().running().stream().flatMap(this::work).toList();
  }

  /** One that was taken out meanwhile is not running any more. */
  private Stream<Operations.Work> work(Activity.Work work) {
    try {
      String source = needs.vault().envelope(work.id()).conversation().source();
      return Stream.of(
          new Operations.Work(
              work.id().value(), source, work.stage().code(), work.doneMs(), work.totalMs()));
    } catch (EarshotException e) {
      return Stream.empty();
    }
  }

  private List<Operations.Queue> queues() {
    return Queues.STAGES.stream()
        .map(stage -> new Operations.Queue(stage.code(), needs.queues().length(stage)))
        .toList();
  }
}
