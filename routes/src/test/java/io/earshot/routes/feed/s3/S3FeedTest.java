package io.earshot.routes.feed.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.feed.files.FarFiles;
import io.earshot.routes.feed.files.FileFeedContract;
import io.earshot.routes.feed.files.RunningFeed;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.TestInlet;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class S3FeedTest extends FileFeedContract {
  @Override
  protected FarFiles server(Path files) {
    return new ObjectStore(2); // so that every listing has pages
  }

  @Override
  protected Feed feed(Section section) {
    return S3Place.feed(section);
  }

  private ObjectStore store() {
    return (ObjectStore) far;
  }

  private void put(String key) {
    far.put(key, key.getBytes(UTF_8));
  }

  @Test
  void refusesKeysThatNoFileCanHave() {
    Set<String> hostile =
        Set.of(
            "../up.wav",
            "a/../../up.wav",
            "/root.wav",
            "a//b.wav",
            "..\\up.wav",
            "x\u0000y.wav",
            "x\ny.wav",
            "a/./b.wav",
            "n".repeat(1_000) + ".wav",
            "d/".repeat(40) + "x.wav");
    hostile.forEach(this::put);
    put("good.wav");
    far.put("folder/", new byte[0]);
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("good.wav"));
      eventually(() -> assertThat(far.names()).doesNotContain("good.wav"));
      eventually(() -> assertThat(inlet.trouble()).contains("10 refused"));
    }
    assertThat(far.names()).containsAll(hostile).contains("folder/");
    assertThat(inlet.landed()).containsExactly("good.wav");
  }

  @Test
  void readsWhatBeginsWithThePrefix() {
    put("calls/2026/a.wav");
    put("calls/2025/b.wav");
    put("other/c.wav");
    TestInlet inlet = inlet("");
    try (RunningFeed running =
        new RunningFeed(feed(", prefix: calls/202, done: calls/2024-done"), inlet.inlet())) {
      eventually(
          () ->
              assertThat(far.names())
                  .containsExactly(
                      "calls/2024-done/2025/b.wav", "calls/2024-done/2026/a.wav", "other/c.wav"));
    }
    assertThat(inlet.landed()).containsExactly("2025/b.wav", "2026/a.wav");
  }

  @Test
  void listsManyPages() {
    try (ObjectStore large = new ObjectStore(1_000)) {
      large.start();
      for (int each = 0; each < 12_500; each++) {
        large.put("x/%05d.md".formatted(each), new byte[1]);
      }
      large.put("z.wav", new byte[1]);
      TestInlet inlet = inlet("");
      Section section = Section.parse("{%s}".formatted(large.settings()), "test");
      try (RunningFeed running = new RunningFeed(feed(section), inlet.inlet())) {
        eventually(() -> assertThat(inlet.landed()).containsExactly("z.wav"));
      }
    }
  }

  /** Metadata of an object are headers of its answer: none reaches a route. */
  @Test
  void headersOfObjectsHaveNoEffect() {
    put("a.wav");
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("a.wav"));
    }
    assertThat(folder.resolve("elsewhere.wav")).doesNotExist();
    assertThat(inlet.file("a.wav")).hasContent("a.wav");
  }

  @Test
  void takesTheNewObjectWhenOneIsReplacedMeanwhile() {
    put("a.wav");
    store().beforeReading =
        () -> {
          far.put("a.wav", "replaced".getBytes(UTF_8));
          store().beforeReading = () -> {};
        };
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(", delete: true"), inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).contains("a.wav", "changed"));
      assertThat(far.names()).containsExactly("a.wav");
      eventually(() -> assertThat(far.names()).isEmpty());
    }
    assertThat(inlet.file("a.wav")).hasContent("replaced");
  }

  @Test
  void anObjectThatVanishedCostsOnlyItself() {
    put("a.wav");
    put("b.wav");
    store().beforeReading = () -> store().remove("a.wav");
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.landed()).containsExactly("b.wav"));
    }
  }

  @Test
  void saysWhyItIsNotLetIn() {
    String bucket = far.settings().replace("bucket: calls", "bucket: other");
    String key = far.settings().replace("AKTEST", "AKOTHER");
    assertThat(feed(Section.parse("{%s}".formatted(bucket), "x")).check().detail())
        .contains("NoSuchBucket", "mend bucket");
    assertThat(feed(Section.parse("{%s}".formatted(key), "x")).check().detail())
        .contains("InvalidAccessKeyId", "mend")
        .doesNotContain("geheim");
    assertThat(feed("").check().detail()).contains("not encrypted", "use https");
  }

  @Test
  void waitsWhenTheStoreIsTooBusy() {
    put("a.wav");
    store().status = 503;
    TestInlet inlet = inlet("");
    try (RunningFeed running = new RunningFeed(feed(""), inlet.inlet())) {
      eventually(() -> assertThat(inlet.trouble()).contains("too busy"));
      store().status = 0;
      eventually(() -> assertThat(inlet.landed()).containsExactly("a.wav"));
      eventually(() -> assertThat(inlet.trouble()).isEmpty());
    }
  }

  @Test
  void findsMistakesInItsSettings() {
    Section section =
        Section.parse("{endpoint: 'ftp://x', access_key: a, path_stile: true}", "test");
    S3Place.feed(section);
    assertThatThrownBy(section::verify)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("'bucket' is missing")
        .hasMessageContaining("an address such as")
        .hasMessageContaining("stand together")
        .hasMessageContaining("'path_stile'");
  }
}
