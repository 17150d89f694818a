package io.earshot.analysis.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.analysis.testing.FakeEmbedder;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTest {
  private static final FakeEmbedder EMBEDDER = new FakeEmbedder();

  @TempDir Path folder;

  @Test
  void findsTheLowestPoint() {
    // (x - 3)^2 + 10 (y + 1)^2
    double[] lowest =
        Descent.lowest(
            (point, gradient) -> {
              gradient[0] = 2 * (point[0] - 3);
              gradient[1] = 20 * (point[1] + 1);
              return Math.pow(point[0] - 3, 2) + 10 * Math.pow(point[1] + 1, 2);
            },
            2,
            50);

    assertThat(lowest[0]).isBetween(2.99, 3.01);
    assertThat(lowest[1]).isBetween(-1.01, -0.99);
  }

  @Test
  void learnsTheSameEveryTime() {
    Head first = Head.learn(samples(), "en", Recipe.EMOTION, EMBEDDER);
    Head second = Head.learn(samples(), "en", Recipe.EMOTION, EMBEDDER);
    Sample sample = Sample.of("my parcel is late", "");

    assertThat(first.read(sample, EMBEDDER).probabilities())
        .isEqualTo(second.read(sample, EMBEDDER).probabilities());
    assertThat(first.read(sample, EMBEDDER).label()).isEqualTo("parcel");
  }

  @Test
  void looksAtWhatWasSaidBefore() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      samples.add(after("did it arrive number" + i, "arrived"));
      samples.add(after("did it break number" + i, "broken"));
    }
    Head head = Head.learn(samples, "en", Recipe.INTENT.withContext(true), EMBEDDER);

    assertThat(head.read(after("did it arrive", ""), EMBEDDER).label()).isEqualTo("arrived");
    assertThat(head.read(after("did it break", ""), EMBEDDER).label()).isEqualTo("broken");
  }

  @Test
  void comesBackFromAFile() {
    Head head = Head.learn(samples(), "en", Recipe.EMOTION, EMBEDDER);
    Path file = folder.resolve("deep/head.weights");
    HeadFile.write(head, file);
    Sample sample = Sample.of("refund please", "");

    Head read = HeadFile.read(file);

    assertThat(read.labels()).isEqualTo(head.labels());
    assertThat(read.recipe()).isEqualTo(Recipe.EMOTION);
    assertThat(read.read(sample, EMBEDDER).probabilities())
        .isEqualTo(head.read(sample, EMBEDDER).probabilities());
  }

  @Test
  void refusesDamagedAndForeignFiles() throws IOException {
    Path file = folder.resolve("head.weights");
    HeadFile.write(Head.learn(samples(), "en", Recipe.INTENT, EMBEDDER), file);
    byte[] bytes = Files.readAllBytes(file);

    for (int place : new int[] {9, 40, bytes.length / 2, bytes.length - 3}) {
      byte[] damaged = bytes.clone();
      damaged[place] ^= 1;
      Files.write(file, damaged);
      assertRefused(file, "damaged");
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 3));
    assertRefused(file, "damaged");
    byte[] later = bytes.clone();
    later[7] = 9;
    Files.write(file, later);
    assertRefused(file, "format 9");
    Files.writeString(file, "something else altogether");
    assertRefused(file, "no trained head");
    Files.delete(file);
    assertRefused(file, "can't be read");
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> HeadFile.read(file))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining(why)
        .hasMessageContaining("earshot train");
  }

  @Test
  void countsVersions() {
    HeadVersions versions = new HeadVersions(folder, "intent");

    Path first = versions.add("shop", made -> {});
    Path second = versions.add("shop", made -> {});

    assertThat(first).isEqualTo(folder.resolve("intent/shop/v1"));
    assertThat(versions.newest("shop")).isEqualTo(second).endsWith(Path.of("v2"));
    assertThat(versions.open("")).isEmpty();
    assertThatThrownBy(() -> versions.newest("other")).hasMessageContaining("there are shop");
    assertThatThrownBy(() -> versions.newest("../x"))
        .hasMessageContaining("can't be a head's name");
  }

  @Test
  void needsTwoClasses() {
    assertThatThrownBy(
            () -> Head.learn(List.of(Sample.of("a", "x")), "en", Recipe.INTENT, EMBEDDER))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("two labels");
    Head tiny =
        Head.learn(
            List.of(Sample.of("parcel", "x"), Sample.of("refund", "y")),
            "en",
            Recipe.INTENT,
            EMBEDDER);
    assertThat(tiny.read(Sample.of("my parcel", ""), EMBEDDER).label()).isEqualTo("x");
  }

  private static Sample after(String before, String label) {
    return new Sample("yes it did", List.of(new Sample.Said(Speaker.AGENT, before)), label, "");
  }

  private static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      samples.add(Sample.of("my parcel is late " + i, "parcel"));
      samples.add(Sample.of("i want a refund " + i, "refund"));
      samples.add(Sample.of("thank you so much " + i, "thanks"));
    }
    return samples;
  }
}
