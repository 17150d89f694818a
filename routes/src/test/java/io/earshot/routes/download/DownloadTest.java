package io.earshot.routes.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads from a real server that behaves well and badly. */
@Timeout(60)
class DownloadTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration NO_PAUSE = Duration.ofMillis(1);
  private static final Download.Progress SILENT = (bytes, length) -> {};

  @TempDir Path folder;

  private byte[] content;

  @BeforeEach
  void make() {
    content = new byte[300_000];
    new Random(1).nextBytes(content);
  }

  private Download download(RawServer server, Duration patience) {
    return new Download(server.address("/m.zip"), folder, patience, NO_PAUSE);
  }

  @Test
  void getsAFileAndTellsHowFarItIs() throws IOException {
    AtomicInteger told = new AtomicInteger();
    try (RawServer server = new RawServer(RawServer.cutting(content, content.length))) {
      Download download = download(server, PATIENCE);
      Path file =
          download.fetch(
              (bytes, length) -> {
                assertThat(length).isEqualTo(content.length);
                told.set((int) bytes);
              });
      assertThat(file).hasBinaryContent(content);
      assertThat(told).hasValue(content.length);
      download.discard();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void goesOnWhereItWasCutOff() throws IOException {
    try (RawServer server = new RawServer(RawServer.cutting(content, 110_000))) {
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
      assertThat(server.requests())
          .extracting(request -> request.getOrDefault("range", ""))
          .containsExactly("", "bytes=110000-", "bytes=220000-");
    }
  }

  @Test
  void goesOnInAnotherProcessAfterManyFailures() throws IOException {
    try (RawServer server = new RawServer(RawServer.cutting(content, 40_000))) {
      assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
          .hasMessageContaining("ended after 200000 of 300000");
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
      assertThat(server.requests()).hasSize(8);
    }
  }

  @Test
  void startsAnewWhenTheFileIsAnother() throws IOException {
    try (RawServer server = new RawServer(RawServer.cutting(content, 40_000))) {
      assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT)).isNotNull();
      new Random(2).nextBytes(content);
      Path version = folder.resolve(partName() + ".version");
      Files.writeString(version, "\"v0\"");
      assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT)).isNotNull();
      assertThat(Files.readAllBytes(folder.resolve(partName() + ".part")))
          .isEqualTo(Arrays.copyOf(content, 200_000));
    }
  }

  private String partName() throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".part"))
          .map(name -> name.replace(".part", ""))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void startsAnewWithServersThatKnowNoParts() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    RawServer.Answer plain =
        (request, out) -> {
          RawServer.head(out, "200 OK", "Content-Length: " + content.length, "ETag: W/\"weak\"");
          out.write(content, 0, answers.incrementAndGet() == 1 ? 1000 : content.length);
        };
    try (RawServer server = new RawServer(plain)) {
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
      assertThat(server.requests()).noneMatch(request -> request.containsKey("range"));
    }
  }

  @Test
  void refusesPartsThatDoNotFit() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    RawServer.Answer lying =
        (request, out) -> {
          if (answers.incrementAndGet() == 2) {
            RawServer.head(out, "206 Partial", "Content-Range: bytes 7-9/300000", "ETag: \"v1\"");
            out.write(new byte[3]);
          } else {
            RawServer.cutting(content, answers.get() == 1 ? 1000 : content.length)
                .write(request, out);
          }
        };
    try (RawServer server = new RawServer(lying)) {
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
    }
  }

  @Test
  void knowsThatAllWasHere() throws IOException {
    RawServer.Answer complete =
        (request, out) -> {
          if (request.containsKey("range")) {
            RawServer.head(out, "416 No", "Content-Range: bytes */300000", "Content-Length: 0");
          } else {
            RawServer.cutting(content, content.length).write(request, out);
          }
        };
    try (RawServer server = new RawServer(complete)) {
      download(server, PATIENCE).fetch(SILENT);
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void givesUpOnSilenceAndOnADripOfBytes() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    RawServer.Answer silent =
        (request, out) -> {
          RawServer.head(out, "200 OK", "Content-Length: 300000");
          out.write(1);
          out.flush();
          await(over, 1000);
        };
    RawServer.Answer dripping =
        (request, out) -> {
          RawServer.head(out, "200 OK", "Content-Length: 300000");
          for (int i = 0; i < 40 && over.getCount() > 0; i++) {
            out.write(i);
            out.flush();
            await(over, 20);
          }
        };
    for (RawServer.Answer answer : new RawServer.Answer[] {silent, dripping}) {
      try (RawServer server = new RawServer(answer)) {
        assertThatThrownBy(() -> download(server, Duration.ofMillis(200)).fetch(SILENT))
            .hasMessageContaining("can't be had");
      }
    }
    over.countDown();
  }

  private static void await(CountDownLatch latch, long milliseconds) {
    try {
      latch.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://host/x", "jar:file:/x!/y", "//", "http://", "::"})
  void followsNoRedirectOutOfTheWeb(String location) throws IOException {
    RawServer.Answer redirecting =
        (request, out) -> RawServer.head(out, "302 Found", "Location: " + location);
    try (RawServer server = new RawServer(redirecting)) {
      assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT))
          .isInstanceOf(EarshotException.class)
          .hasMessageContaining("no address of the web");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void followsSomeRedirectsButNotForEver() throws IOException {
    RawServer.Answer redirecting =
        (request, out) -> {
          if (request.get("path").equals("/m.zip")) {
            RawServer.head(out, "302 Found", "Location: /there");
          } else if (request.get("path").equals("/there")) {
            RawServer.cutting(content, content.length).write(request, out);
          } else {
            RawServer.head(out, "302 Found", "Location: /again");
          }
        };
    try (RawServer server = new RawServer(redirecting)) {
      assertThat(download(server, PATIENCE).fetch(SILENT)).hasBinaryContent(content);
      assertThatThrownBy(() -> server.address("/again").read(100, PATIENCE))
          .hasMessageContaining("without end");
    }
  }

  @Test
  void refusesWhatIsNotThereOrTooMuch() throws IOException {
    RawServer.Answer answers =
        (request, out) -> {
          switch (request.get("path")) {
            case "/m.zip" -> RawServer.head(out, "404 Not Found", "Content-Length: 0");
            case "/huge" -> RawServer.head(out, "200 OK", "Content-Length: 99999999999999");
            default -> {
              RawServer.head(out, "200 OK");
              out.write(content);
            }
          }
        };
    try (RawServer server = new RawServer(answers)) {
      assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT))
          .hasMessageContaining("answers 404");
      assertThat(server.requests()).hasSize(1);
      Download huge = new Download(server.address("/huge"), folder, PATIENCE, NO_PAUSE);
      assertThatThrownBy(() -> huge.fetch(SILENT)).hasMessageContaining("larger than any model");
      assertThatThrownBy(() -> server.address("/list").read(1000, PATIENCE))
          .hasMessageContaining("larger than 1000");
    }
  }

  @Test
  void letsOneDownloadAnAddressAtATime() throws IOException {
    try (RawServer server = new RawServer(RawServer.cutting(content, content.length))) {
      download(server, PATIENCE)
          .fetch(
              (bytes, length) ->
                  assertThatThrownBy(() -> download(server, PATIENCE).fetch(SILENT))
                      .hasMessageContaining("by another command"));
    }
  }

  @Test
  void tellsAMachineWithoutTheWeb() {
    WebAddress nowhere = WebAddress.of("http://models.invalid/list.json");
    assertThatThrownBy(() -> nowhere.read(100, PATIENCE))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE))
        .hasMessageContaining("models.invalid");
  }

  @Test
  void comparesChecksums() throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "abc");
    assertThat(Checksum.md5("900150983CD24FB0D6963F7D28E17F72").fits(file)).isTrue();
    assertThat(
            Checksum.sha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .fits(file))
        .isTrue();
    assertThat(Checksum.md5("0".repeat(32)).fits(file)).isFalse();
    assertThatThrownBy(() -> Checksum.sha256("abc")).hasMessageContaining("64 hexadecimal");
  }

  @Test
  void hidesPasswordsInAddresses() {
    assertThat(WebAddress.of("https://user:secret@host:8443/a/b.zip?token=secret"))
        .hasToString("https://host:8443/a/b.zip");
    assertThat(WebAddress.of("http://h/a%20b/m.zip").fileName()).isEqualTo("m.zip");
  }
}
