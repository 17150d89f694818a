package io.earshot.routes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.routes.TestHome;
import io.earshot.routes.download.RawServer;
import io.earshot.routes.home.Home;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code earshot models}, as people and scripts use it: with the shipped model as the one to get.
 */
@Timeout(120)
class ModelsCommandsTest {
  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void makeHome() throws IOException {
    home = TestHome.in(folder.resolve("home"), "{}");
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }

  private void set(String settings) throws IOException {
    Files.writeString(home.root().resolve("settings.yaml"), settings);
  }

  private Path shipped() throws IOException {
    try (Stream<Path> models = Files.list(home.program().resolve("models"))) {
      return models.findFirst().orElseThrow();
    }
  }

  private Path zip(String name, byte[] content) throws IOException {
    Path file = folder.resolve("m.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return file;
  }

  private static List<String> names(JsonNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Nothing is left of what was refused, not even half of it. */
  private void assertNothingInstalled() throws IOException {
    assertThat(run("models", "list", "--json").lines())
        .extracting(line -> line.get("origin").asText())
        .containsExactly("shipped");
    Path library = home.models().resolve("speech");
    if (Files.exists(library)) {
      try (Stream<Path> files = Files.walk(library)) {
        assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
            .allMatch(name -> name.endsWith(".lock"));
      }
    }
  }

  @Test
  void listsTheShippedModel() {
    CommandLineRun list = run("models", "list", "--json");

    assertThat(list.exit()).as(list.errors()).isZero();
    JsonNode model = list.lines().get(0);
    assertThat(names(model))
        .containsExactly(
            "name", "kind", "language", "bytes", "sample_rate", "origin", "used", "source");
    assertThat(model.get("language").asText()).isEqualTo("en");
    assertThat(model.get("used").asBoolean()).isTrue();
    assertThat(run("models", "list").output()).contains("LANG").contains("shipped");
    assertThat(run("models", "list", "--json", "--language", "zh").lines()).isEmpty();
  }

  @Test
  void saysWhichLanguageHasNoModelWhereSettingsSay() throws IOException {
    set("speech: {languages: {zh: {model: /no/such}}}");

    CommandLineRun list = run("models", "list");

    assertThat(list.exit()).isEqualTo(1);
    assertThat(list.errors()).contains("/no/such").contains("languages.zh.model");
  }

  /** The whole life of a model, got over a connection that is cut once. */
  @Test
  void installsByNameVerifiesAndRemoves() throws Exception {
    byte[] content = Files.readAllBytes(shipped());
    try (RawServer server = new RawServer(withList(content, md5(content)))) {
      set("models: {list: '%s'}".formatted(server.url("/list.json")));

      CommandLineRun install = run("models", "install", "vosk-model-en-got", "--json");

      assertThat(install.exit()).as(install.errors()).isZero();
      JsonNode installed = install.lines().get(0);
      assertThat(names(installed))
          .containsExactly(
              "name",
              "kind",
              "language",
              "bytes",
              "sample_rate",
              "origin",
              "words_in_clip",
              "used");
      assertThat(installed.get("words_in_clip").asInt()).isPositive();
      assertThat(installed.get("used").asBoolean()).isFalse();
      assertThat(installed.get("origin").asText()).isEqualTo(server.url("/m.zip"));
      assertThat(server.requests())
          .filteredOn(request -> request.get("path").equals("/m.zip"))
          .extracting(request -> request.getOrDefault("range", ""))
          .containsExactly("", "bytes=30000000-");

      CommandLineRun available = run("models", "list", "--available", "--json");
      assertThat(available.exit()).isZero();
      assertThat(available.lines())
          .singleElement()
          .satisfies(line -> assertThat(line.get("installed").asBoolean()).isTrue());
    }
    damagedIsTold();
    CommandLineRun remove = run("models", "remove", "vosk-model-en-got", "--json");
    assertThat(remove.exit()).as(remove.errors()).isZero();
    assertThat(remove.output()).isEqualTo("{\"name\":\"vosk-model-en-got\",\"removed\":true}\n");
    assertNothingInstalled();
  }

  private void damagedIsTold() throws IOException {
    CommandLineRun verify = run("models", "verify", "vosk-model-en-got", "--json");
    assertThat(verify.exit()).as(verify.errors()).isZero();
    assertThat(names(verify.lines().get(0)))
        .containsExactly("name", "ok", "words_in_clip", "reason");
    Path model = Path.of(run("models", "list", "--json").lines().get(1).get("source").asText());
    Files.writeString(model.resolve("conf/model.conf"), "--beam=1\n");

    verify = run("models", "verify", "vosk-model-en-got");

    assertThat(verify.exit()).isEqualTo(1);
    assertThat(verify.output()).startsWith("BAD  vosk-model-en-got").contains("install it again");
  }

  @Test
  void installsALocalZipAsTheDefault() throws IOException {
    CommandLineRun install =
        run(
            "models",
            "install",
            shipped().toString(),
            "--name",
            "own",
            "--language",
            "en",
            "--default");

    assertThat(install.exit()).as(install.errors()).isZero();
    assertThat(install.output()).startsWith("Installed own (").contains("'en' use it");
    assertThat(run("models", "list", "--json", "--language", "en").lines())
        .filteredOn(line -> line.get("used").asBoolean())
        .extracting(line -> line.get("name").asText())
        .containsExactly("own");
  }

  @Test
  void refusesAZipThatIsNotWhatItShouldBe() throws Exception {
    CommandLineRun local =
        run("models", "install", shipped().toString(), "--sha256", "0".repeat(64), "--name", "own");
    assertThat(local.exit()).isEqualTo(2);
    assertThat(local.errors()).contains("SHA-256 is another").contains("nothing was installed");

    byte[] content = Files.readAllBytes(shipped());
    try (RawServer server = new RawServer(withList(content, "0".repeat(32)))) {
      set("models: {list: '%s'}".formatted(server.url("/list.json")));
      CommandLineRun got = run("models", "install", "vosk-model-en-got");
      assertThat(got.exit()).isEqualTo(2);
      assertThat(got.errors()).contains("MD5 is another");
    }
    assertNothingInstalled();
  }

  @Test
  void refusesAZipThatLeadsOut() throws IOException {
    CommandLineRun install =
        run("models", "install", zip("../../evil", new byte[9]).toString(), "--language", "en");

    assertThat(install.exit()).isEqualTo(2);
    assertThat(install.errors()).contains("leads out of the archive");
    assertNothingInstalled();
    assertThat(home.models().resolve("evil")).doesNotExist();
  }

  @Test
  void refusesABomb() throws IOException {
    Path bomb = zip("am/final.mdl", new byte[110 << 20]);
    assertThat(bomb)
        .isNotEmptyFile()
        .satisfies(file -> assertThat(Files.size(file)).isLessThan(200_000));

    CommandLineRun install = run("models", "install", bomb.toString(), "--language", "en");

    assertThat(install.exit()).isEqualTo(2);
    assertThat(install.errors()).contains("unpacks to far more than a model");
    assertNothingInstalled();
  }

  @ParameterizedTest
  @CsvSource({
    "install vosk-model-xx, vosk-model-xx",
    "install ./no-such.zip, does not exist",
    "install ../x, does not exist",
    "remove vosk-model-xx, there are: none",
    "verify vosk-model-xx, there are: vosk-model-en",
    "list --available --language, Missing required parameter",
    "install, Missing required parameter",
    "'', Name a command"
  })
  void saysWhatThereIsNot(String arguments, String said) throws IOException {
    Path list = Files.writeString(folder.resolve("list.json"), "[]");
    set("models: {list: '%s'}".formatted(list));
    List<String> all = new ArrayList<>(List.of("models"));
    Stream.of(arguments.split(" ")).filter(word -> !word.isEmpty()).forEach(all::add);

    CommandLineRun refused = run(all.toArray(String[]::new));

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.errors()).startsWith("earshot: ").contains(said).hasLineCount(1);
    assertThat(refused.output()).isEmpty();
  }

  @Test
  void aListThatCantBeHadIsNoMistakeOfTheCaller() throws IOException {
    try (RawServer server = new RawServer((request, out) -> {})) {
      set("models: {list: '%s', timeout: 2s}".formatted(server.url("/list.json")));
    }

    CommandLineRun list = run("models", "list", "--available");

    assertThat(list.exit()).isEqualTo(1);
    assertThat(list.errors()).contains("Without the web");
  }

  @Test
  void keepsWhatSettingsName() throws IOException {
    set(
        """
        ingest: {model: needed}
        speech: {languages: {zh: {model: needed}}}
        sources:
          - {name: recorder, folder: /in, model: needed}
          - {name: other, upload: true, model: free}
        """);

    CommandLineRun refused = run("models", "remove", "needed");

    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.errors())
        .isEqualTo(
            "earshot: needed is named by speech.languages.zh.model and ingest.model and the source"
                + " 'recorder': change the settings first\n");
    assertThat(run("models", "remove", "free").errors()).contains("the source 'other'");
  }

  private static String md5(byte[] content) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("MD5").digest(content);
    return "%032x".formatted(new BigInteger(1, digest));
  }

  /** A list with one model, which comes in two pieces. */
  private static RawServer.Answer withList(byte[] content, String md5) {
    return (request, out) -> {
      if (request.get("path").equals("/m.zip")) {
        RawServer.cutting(content, 30_000_000).write(request, out);
        return;
      }
      String list =
          """
          [{"lang": "en-us", "lang_text": "English", "md5": "%s", "name": "vosk-model-en-got",
            "size": %d, "type": "small", "url": "http://%s/m.zip", "obsolete": "false"}]
          """
              .formatted(md5, content.length, request.get("host"));
      RawServer.cutting(list.getBytes(UTF_8), list.length()).write(request, out);
    };
  }
}
