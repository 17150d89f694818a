package io.earshot.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Setting;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.source.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void theFileThatShipsShowsTheDefaults() throws Exception {
    Settings shipped = Settings.load(Path.of("../config/settings.yaml"));
    Settings defaults = Settings.load(Files.writeString(folder.resolve("empty.yaml"), "{}"));

    assertThat(shipped.speech()).isEqualTo(defaults.speech());
    assertThat(shipped.models()).isEqualTo(defaults.models());
    assertThat(shipped.ingest())
        .usingRecursiveComparison()
        .ignoringFields("fileNames")
        .isEqualTo(defaults.ingest());
    assertThat(shipped.analysis()).isEqualTo(defaults.analysis());
    assertThat(shipped.index()).isEqualTo(defaults.index());
    assertThat(shipped.broker()).isEqualTo(defaults.broker());
    assertThat(shipped.pipeline()).isEqualTo(defaults.pipeline());
    assertThat(shipped.server()).isEqualTo(defaults.server());
    assertThat(shipped.uploads()).isEqualTo(defaults.uploads());
    assertThat(shipped.webhooks()).isEqualTo(defaults.webhooks());
    assertThat(shipped.console()).isEqualTo(defaults.console());
    assertThat(shipped.sources()).isEmpty();
  }

  @Test
  void everyKeyOfThePartsOfThisModuleIsRead() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("all.yaml"),
            """
            broker: {url: 'tcp://queues:61616', user: u, password: p, prefix: other}
            pipeline:
              calls_at_once: 5
              analysers: 7
              writers: 9
              attempts: 4
              first_retry: 10ms
              longest_retry: 1s
              disk_reserve: 1GB
            server: {host: 0.0.0.0, port: 8080}
            sources:
              - {name: a, folder: /in, done: /out, poll: 5s, tracks: [agent, customer], settle: 9s}
            """);

    Settings settings = Settings.load(file);

    assertThat(settings.broker().external()).isPresent();
    assertThat(settings.broker().toString()).doesNotContain("password").doesNotContain("=p");
    assertThat(settings.pipeline().callsAtOnce()).isEqualTo(5);
    assertThat(settings.pipeline().analysers()).isEqualTo(7);
    assertThat(settings.pipeline().writers()).isEqualTo(9);
    assertThat(settings.pipeline().attempts()).isEqualTo(4);
    assertThat(settings.pipeline().firstRetry()).isEqualTo(Duration.ofMillis(10));
    assertThat(settings.pipeline().longestRetry()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.pipeline().diskReserve()).isEqualTo(1L << 30);
    assertThat(settings.server().port()).isEqualTo(8080);
    assertThat(settings.sources().get(0).origin())
        .isEqualTo(new Origin.Folder(Path.of("/in"), Optional.of(Path.of("/out"))));
    assertThat(settings.sources().get(0).poll()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.sources().get(0).ingest().settle()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.sources().get(0).ingest().tracks()).hasSize(2);
  }

  /** What the console shows: each key of the file with the line it stands in. */
  @Test
  void everyKeyOfTheFileIsKnownWithItsLine() throws Exception {
    Path file = Path.of("../config/settings.yaml");
    List<String> lines = Files.readAllLines(file);
    Map<String, Setting> shown = new HashMap<>();
    Settings.load(file).inForce().forEach(setting -> shown.put(setting.key(), setting));

    List<String> keys = new ArrayList<>();
    collect(
        "", new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)), keys);
    assertThat(keys).hasSizeGreaterThan(60);
    for (String key : keys) {
      Setting setting = shown.get(key);
      assertThat(setting).as(key).isNotNull();
      assertThat(setting.file()).as(key).isEqualTo(file.toString());
      String name = key.substring(key.lastIndexOf('.') + 1);
      assertThat(lines.get(setting.line() - 1)).as(key).contains(name + ":");
    }
  }

  private static void collect(String path, Object value, List<String> keys) {
    if (value instanceof Map<?, ?> map) {
      String prefix = path.isEmpty() ? "" : path + ".";
      map.forEach((key, inner) -> collect(prefix + key, inner, keys));
    } else {
      keys.add(path);
    }
  }

  @Test
  void defaultsAndTheCommandLineAreToldApartAndSecretsAreMasked() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("own.yaml"),
            "index:\n  url: https://me:geheim@search:9200\n  password: geheim\nbroker: {password: ''}\n");

    List<Setting> shown = Settings.load(file).withPort(8443).inForce();

    assertThat(shown).noneMatch(setting -> setting.value().contains("geheim"));
    assertThat(shown)
        .contains(
            new Setting("index.url", "https://••••••••@search:9200", file.toString(), 2),
            new Setting("index.password", "••••••••", file.toString(), 3),
            new Setting("broker.password", "", file.toString(), 4),
            new Setting("speech.pause", "800ms", "", 0),
            new Setting("index.heap", "512MB", "", 0),
            new Setting("server.port", "8443", "--port", 0));
  }

  @Test
  void misspeltKeysOfAllPartsAreToldAtOnce() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("bad.yaml"),
            "speach: {}\nspeech: {puase: 1s}\nindex: {heap: 1}\nsources: [{foldr: x}]\n");

    assertThatThrownBy(() -> Settings.load(file))
        .hasMessageContaining("bad.yaml:1: 'speach'")
        .hasMessageContaining("'speech.puase'")
        .hasMessageContaining("'index.heap'")
        .hasMessageContaining("'sources[0].foldr'")
        .hasMessageContaining("folder' is missing");
  }
}
