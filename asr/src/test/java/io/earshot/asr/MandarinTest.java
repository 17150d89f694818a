package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.model.ModelLibrary;
import io.earshot.asr.model.ModelTrial;
import io.earshot.asr.model.SpeechModel;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.model.TinyModel;
import io.earshot.asr.sound.WavFile;
import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that surrounds the recognizer in Mandarin, and the choice between two languages. */
class MandarinTest {
  private static final int RATE = 8000;
  private static final List<String> WORDS =
      List.of(
          "您好", "请问", "有什么", "可以", "帮", "您", "我", "的", "手机", "是", "一", "三", "八", "零", "谢谢",
          "iphone", "pro", "订单");
  private static final String SMALL = "vosk-model-small-cn-0.22";
  private static final ModelTrial WORKS = (model, kind, language) -> new ModelTrial.Result(1, true);

  @TempDir Path folder;

  private final Map<String, LengthEngine> engines = new TreeMap<>();
  private SpeechModels models;

  @BeforeEach
  void install() throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    TinyModel.zip(bundled.resolve("english.zip"));
    models = new SpeechModels(bundled, folder.resolve("installed"));
    add(SMALL);
  }

  private void add(String name) {
    models
        .library()
        .install(
            new ModelLibrary.Arrival(
                TinyModel.zip(folder.resolve(name + ".zip")), name, Optional.empty(), "test"),
            WORKS);
  }

  /** The Chinese model is sure of these words, the English one hears others and doubts them. */
  private VoskTranscriber open(String settings, double chineseConfidence) {
    return VoskTranscriber.open(
        SpeechSettings.from(Section.parse(settings, "test")),
        models,
        model -> engine(model, chineseConfidence));
  }

  private SpeechEngine engine(SpeechModel model, double chineseConfidence) {
    LengthEngine engine =
        model.language().equals("zh")
            ? new LengthEngine(WORDS, chineseConfidence)
            : new LengthEngine(List.of("ham", "sir"), 0.7);
    engines.put(model.name(), engine);
    return engine;
  }

  @Test
  void writesAWholeCallInChinese() throws IOException {
    try (VoskTranscriber transcriber = open("{language: zh}", 0.95)) {
      Transcript transcript = transcriber.transcribe(Recording.of(call()), Progress.NONE);
      assertThat(transcript.language()).isEqualTo("zh");
      assertThat(transcript.model()).isEqualTo(SMALL);
      assertThat(transcript.speakerSource()).isEqualTo(SpeakerSource.TRACKS);
      assertThat(transcript.turns())
          .extracting(Turn::text)
          .containsExactly("您好，请问有什么可以帮您", "我的手机是一三八零零零一三八零零", "iphone pro的订单", "谢谢");
      assertThat(transcript.turns())
          .extracting(Turn::speaker)
          .containsExactly(Speaker.AGENT, Speaker.CUSTOMER, Speaker.CUSTOMER, Speaker.AGENT);
    }
  }

  @Test
  void keepsTheTimeOfEveryWord() throws IOException {
    try (VoskTranscriber transcriber = open("{language: zh}", 0.95)) {
      Turn number = transcriber.transcribe(Recording.of(call()), Progress.NONE).turns().get(1);
      int at = 0;
      for (Word word : number.words()) {
        at = number.text().indexOf(word.text(), at);
        assertThat(at).as("every word stands in the text, in order").isNotNegative();
        at += word.text().length();
        assertThat(word.endMs() - word.startMs())
            .isBetween(
                LengthEngine.lengthMs(WORDS.indexOf(word.text())) - 25L,
                LengthEngine.lengthMs(WORDS.indexOf(word.text())) + 25L);
      }
      assertThat(number.words().get(0).startMs()).isBetween(4975L, 5025L);
    }
  }

  @Test
  void hearsWhichLanguageIsSpoken() throws IOException {
    Recording recording = Recording.of(call());
    try (VoskTranscriber sure = open("{}", 0.95);
        VoskTranscriber doubtful = open("{}", 0.5)) {
      Transcript chinese = sure.transcribe(recording, Progress.NONE);
      assertThat(chinese.language()).isEqualTo("zh");
      assertThat(chinese.languageConfidence()).isBetween(0.95, 0.999);
      Transcript english = doubtful.transcribe(recording, Progress.NONE);
      assertThat(english.language()).isEqualTo("en");
      assertThat(english.model()).isEqualTo("english");
      assertThat(english.languageConfidence()).isBetween(0.9, 0.999);
    }
  }

  @Test
  void believesWhatItIsTold() throws IOException {
    Path call = call();
    try (VoskTranscriber transcriber = open("{}", 0.5)) {
      Transcript told =
          transcriber.transcribe(new Recording(List.of(call), List.of(), "zh-CN"), Progress.NONE);
      assertThat(told.language()).isEqualTo("zh");
      assertThat(told.languageConfidence()).isEqualTo(1);
    }
    try (VoskTranscriber transcriber = open("{detect: false}", 0.95)) {
      assertThat(transcriber.transcribe(Recording.of(call), Progress.NONE).language())
          .isEqualTo("en");
    }
  }

  @Test
  void takesTheUsualLanguageWhenNobodySpeaks() {
    Path silence = new WavFile().samples(new short[RATE]).write(folder.resolve("silence.wav"));
    try (VoskTranscriber transcriber = open("{}", 0.95)) {
      Transcript transcript = transcriber.transcribe(Recording.of(silence), Progress.NONE);
      assertThat(transcript.language()).isEqualTo("en");
      assertThat(transcript.languageConfidence()).isZero();
      assertThat(transcript.turns()).isEmpty();
    }
  }

  @Test
  void hearsWithTheModelThatARecordingNames() throws IOException {
    add("vosk-model-cn-0.22");
    Recording large = new Recording(List.of(call()), List.of(), true, "", "vosk-model-cn-0.22");
    try (VoskTranscriber transcriber = open("{models_at_once: 1}", 0.95)) {
      assertThat(transcriber.transcribe(large, Progress.NONE).model())
          .isEqualTo("vosk-model-cn-0.22");
      Recording unknown = new Recording(List.of(call()), List.of(), true, "", "nothing");
      assertThatThrownBy(() -> transcriber.transcribe(unknown, Progress.NONE))
          .isInstanceOf(EarshotException.class)
          .hasMessageContaining("english, vosk-model-cn-0.22, " + SMALL);
    }
  }

  @Test
  void keepsOneModelInMemoryWhenNoMoreAreAllowed() throws IOException {
    try (VoskTranscriber transcriber = open("{models_at_once: 1}", 0.95)) {
      assertThat(transcriber.transcribe(Recording.of(call()), Progress.NONE).language())
          .isEqualTo("zh");
      assertThat(engines.get("english").closed).isTrue();
      assertThat(engines.get(SMALL).closed).isFalse();
    }
    assertThat(engines.get(SMALL).closed).isTrue();
  }

  /** The agent on the left, the customer on the right. */
  private Path call() {
    short[] agent = new short[20 * RATE];
    short[] customer = new short[20 * RATE];
    say(agent, 1000, "您好");
    say(agent, 1700, "请问 有什么 可以 帮 您");
    say(customer, 5000, "我 的 手机 是 一 三 八 零 零 零");
    say(customer, 8600, "一 三 八 零 零");
    say(customer, 12_000, "iphone pro 的 订单");
    say(agent, 16_000, "谢谢");
    short[] both = new short[2 * agent.length];
    for (int i = 0; i < agent.length; i++) {
      both[2 * i] = agent[i];
      both[2 * i + 1] = customer[i];
    }
    return new WavFile().channels(2, RATE).samples(both).write(folder.resolve("call.wav"));
  }

  /** A beep of its length for each word, with 60 ms between two. */
  private static void say(short[] track, int startMs, String words) {
    int at = startMs;
    for (String word : words.split(" ")) {
      int end = at + LengthEngine.lengthMs(WORDS.indexOf(word));
      for (int i = at * RATE / 1000; i < end * RATE / 1000; i++) {
        track[i] = (short) (8000 * Math.sin(2 * Math.PI * 700 * i / RATE));
      }
      at = end + 60;
    }
  }
}
