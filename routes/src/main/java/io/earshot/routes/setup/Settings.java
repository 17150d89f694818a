package io.earshot.routes.setup;

import io.earshot.analysis.AnalysisSettings;
import io.earshot.asr.SpeechSettings;
import io.earshot.config.Section;
import io.earshot.config.Setting;
import io.earshot.console.ConsoleSettings;
import io.earshot.console.upload.UploadSettings;
import io.earshot.console.webhook.WebhookSettings;
import io.earshot.index.IndexSettings;
import io.earshot.ingest.IngestSettings;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.queue.BrokerSettings;
import io.earshot.routes.source.Source;
import io.earshot.routes.stage.PipelineSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything that {@code settings.yaml} says. Each part is documented at the code that it
 * configures.
 *
 * @param speech recognition
 * @param models getting and trying speech models
 * @param ingest how files given on the command line are named and read
 * @param analysis understanding
 * @param originals what becomes of what was redacted
 * @param index Elasticsearch
 * @param broker queues
 * @param pipeline how much at once, and retries
 * @param server HTTP
 * @param console who may come in there
 * @param uploads files handed over in the console
 * @param webhooks other programs that are told
 * @param sources watched while the service runs
 * @param inForce every single value with the line it stands in, to be shown
 */
public record Settings(
    SpeechSettings speech,
    ModelSettings models,
    IngestSettings ingest,
    AnalysisSettings analysis,
    OriginalSettings originals,
    IndexSettings index,
    BrokerSettings broker,
    PipelineSettings pipeline,
    ServerSettings server,
    ConsoleSettings console,
    UploadSettings uploads,
    WebhookSettings webhooks,
    List<Source> sources,
    List<Setting> inForce) {

  /**
   * Reads a settings file.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED with every problem
   */
  public static Settings load(Path file) {
    return from(Section.load(file));
  }

  static Settings from(Section top) {
    Settings read =
        new Settings(
            SpeechSettings.from(top.section("speech")),
            ModelSettings.from(top.section("models")),
            IngestSettings.from(top.section("ingest")),
            AnalysisSettings.from(top.section("analysis")),
            OriginalSettings.from(top.section("originals")),
            IndexSettings.from(top.section("index")),
            BrokerSettings.from(top.section("broker")),
            PipelineSettings.from(top.section("pipeline")),
            ServerSettings.from(top.section("server")),
            ConsoleSettings.from(top.section("console")),
            UploadSettings.from(top.section("uploads")),
            WebhookSettings.from(top.section("webhooks")),
            top.sections("sources").stream().map(Feeds::source).toList(),
            List.of());
    Feeds.nameTwice(read.sources)
        .ifPresent(
            name ->
                top.problem(
                    "sources",
                    "has the name '%s' twice: give each a name of its own".formatted(name)));
    top.verify();
    return read.with(read.server, top.settings());
  }

  /** The same, serving HTTP on another port, as the command line says. */
  public Settings withPort(int port) {
    List<Setting> shown =
        inForce.stream()
            .map(
                setting ->
                    setting.key().equals("server.port")
                        ? new Setting(setting.key(), "" + port, "--port", 0)
                        : setting)
            .toList();
    return with(server.withPort(port), shown);
  }

  private Settings with(ServerSettings otherServer, List<Setting> shown) {
    return new Settings(
        speech,
        models,
        ingest,
        analysis,
        originals,
        index,
        broker,
        pipeline,
        otherServer,
        console,
        uploads,
        webhooks,
        sources,
        shown);
  }
}
