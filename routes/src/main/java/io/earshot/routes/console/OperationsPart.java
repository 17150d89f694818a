package io.earshot.routes.console;

import io.earshot.console.Console;
import io.earshot.console.event.EventSection;
import io.earshot.console.event.Events;
import io.earshot.console.operations.OperationsSection;
import io.earshot.console.operations.QuarantineSection;
import io.earshot.console.operations.SettingsInForce;
import io.earshot.console.upload.UploadSection;
import io.earshot.console.upload.Uploads;
import io.earshot.console.webhook.WebhookSection;
import io.earshot.console.webhook.Webhooks;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.Source;
import io.vertx.core.Vertx;

/** The sections of the console that show and steer the work, and what tells others of it. */
final class OperationsPart implements AutoCloseable {
  private final Events events;
  private final Uploads uploads;
  private final Webhooks webhooks;

  private OperationsPart(Events events, Uploads uploads, Webhooks webhooks) {
    this.events = events;
    this.uploads = uploads;
    this.webhooks = webhooks;
  }

  /** Adds the sections; from now on every ending is noted. */
  static OperationsPart addTo(Console console, ConsoleNeeds needs, Settings settings, Home home) {
    IntakeUploads intake =
        new IntakeUploads(
            Source.ofUploads(settings.ingest()),
            settings.sources(),
            needs.vault(),
            needs.queues(),
            new ToldOptions(home.scratch(), Models.speechChoice(home, settings)::has));
    RunningOperations operations = new RunningOperations(needs, intake::states, settings, home);
    Events events = new Events(operations::progress, console.gate());
    Webhooks webhooks = new Webhooks(settings.webhooks(), console.store());
    Uploads uploads = uploads(console, intake, settings, home);
    VaultQuarantine quarantine =
        new VaultQuarantine(needs.vault(), needs.queues(), uploads::handIn, home.scratch());
    needs.activity().tell(quarantine);
    needs.activity().tell(new FinishedTeller(webhooks, events));
    console.alarms().onAlarm(events::alarm);
    SettingsInForce shown = new SettingsInForce(home.settingsFile().toString(), settings.inForce());
    console
        .add(new OperationsSection(operations, console.alarms(), shown, console.audit()))
        .add(new QuarantineSection(quarantine, console.audit()))
        .add(new UploadSection(uploads, console.audit()))
        .add(new EventSection(events))
        .add(new WebhookSection(webhooks, console.audit()));
    return new OperationsPart(events, uploads, webhooks);
  }

  private static Uploads uploads(
      Console console, IntakeUploads intake, Settings settings, Home home) {
    long reserve = settings.pipeline().diskReserve();
    return new Uploads(
        settings.uploads(),
        home.uploads(),
        console.store(),
        intake,
        settings.ingest().pairWait(),
        () -> home.usableBytes() - reserve);
  }

  /** Goes on with what an earlier process left. */
  void start(Vertx vertx) {
    uploads.start();
    webhooks.start(vertx);
  }

  @Override
  public void close() {
    events.close();
    uploads.close();
    webhooks.close();
  }
}
