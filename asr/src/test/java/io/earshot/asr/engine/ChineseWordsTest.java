package io.earshot.asr.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.SpeechModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real engine with a model that says Chinese words: the English one, in whose list of words
 * some stand in Chinese characters of the same number of bytes. In a process whose locale knows no
 * Chinese, as services often have.
 */
class ChineseWordsTest {
  private static final Map<String, String> TRANSLATED =
      Map.of("you", "您", "for", "为", "how", "怎", "can", "能");

  @TempDir Path folder;

  @Test
  void comeAsTheyAreUnderAnyLocale() throws Exception {
    Path model = chineseModel();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-Dsun.jnu.encoding=ANSI_X3.4-1968",
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName(),
                model.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String heard = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(process.waitFor()).isZero();
    assertThat(heard).contains("60a8").contains("4e3a").contains("80fd");
    assertThat(heard.lines().toList().get(1)).as("a narrowed search").contains("60a8");
  }

  /** Prints what it hears as code points, so that no charset comes between. */
  static final class Probe {
    public static void main(String[] arguments) throws IOException {
      float[] clip = clip();
      try (SpeechEngine engine = VoskEngine.load(Path.of(arguments[0]));
          Recognizer all = engine.newRecognizer();
          Recognizer some = engine.newRecognizer(List.of("您", "为"))) {
        System.out.println(codes(all.recognize(clip)));
        System.out.println(codes(some.recognize(clip)));
      }
    }

    private static String codes(List<HeardWord> words) {
      return words.stream()
          .flatMap(word -> word.text().codePoints().mapToObj(Integer::toHexString))
          .collect(Collectors.joining(" "));
    }
  }

  static float[] clip() throws IOException {
    try (InputStream in = SpeechModels.class.getResourceAsStream("clip-en.pcm")) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      float[] samples = new float[bytes.remaining() / 2];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = bytes.getShort();
      }
      return samples;
    }
  }

  private Path chineseModel() throws IOException {
    SpeechModels models = new SpeechModels(Path.of("target", "models"), folder);
    Path model = models.ready(new ModelChoice(models, Map.of()).of("en"));
    try (Stream<Path> graphs = Files.list(model.resolve("graph"))) {
      for (Path graph : graphs.filter(file -> file.toString().endsWith(".fst")).toList()) {
        byte[] bytes = Files.readAllBytes(graph);
        TRANSLATED.forEach((english, chinese) -> replace(bytes, english, chinese));
        Files.write(graph, bytes);
      }
    }
    return model;
  }

  /** A table of words keeps each behind its length in four bytes. */
  private static void replace(byte[] bytes, String english, String chinese) {
    byte[] from = entry(english);
    byte[] to = entry(chinese);
    for (int at = 0; at + from.length <= bytes.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + from.length, from, 0, from.length)) {
        System.arraycopy(to, 0, bytes, at, to.length);
      }
    }
  }

  private static byte[] entry(String word) {
    byte[] text = word.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(4 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(text.length)
        .put(text)
        .array();
  }
}
