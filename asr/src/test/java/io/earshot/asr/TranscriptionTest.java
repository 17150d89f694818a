package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.engine.DeafRecognizer;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.AudioInfo;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.WavFile;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything but the engine, with one that hears beeps. */
class TranscriptionTest {
  private static final int RATE = 8000;

  @TempDir Path folder;

  private final BeepEngine engine = new BeepEngine();
  private VoskTranscriber transcriber;

  @BeforeEach
  void open() throws IOException {
    transcriber = open(engine);
  }

  private VoskTranscriber open(SpeechEngine used) throws IOException {
    Path bundled = Files.createDirectories(folder.resolve("bundled"));
    Files.writeString(bundled.resolve("beeps.zip"), "never opened");
    SpeechModels models = new SpeechModels(bundled, folder.resolve("installed"));
    return VoskTranscriber.open(SpeechSettings.defaults(), models, model -> used);
  }

  @AfterEach
  void close() {
    transcriber.close();
  }

  @Test
  void putsTheChannelsOfOneFileOnOneClock() {
    short[][] call = new short[2][20 * RATE];
    beep(call[0], 1000, 300);
    beep(call[1], 2500, 400);
    beep(call[0], 5000, 500);
    beep(call[1], 15_000, 300);
    Transcript transcript =
        transcriber.transcribe(Recording.of(stereo("call.wav", call)), Progress.NONE);
    assertThat(transcript.audioMs()).isEqualTo(20_000);
    assertThat(transcript.model()).isEqualTo("beeps");
    assertThat(transcript.speakerSource()).isEqualTo(SpeakerSource.TRACKS);
    assertThat(transcript.turns()).extracting(Turn::audioChannel).containsExactly(0, 1, 0, 1);
    assertTimes(transcript, 1000, 2500, 5000, 15_000);
  }

  @Test
  void putsOneFilePerChannelOnOneClock() {
    short[][] call = new short[2][10 * RATE];
    beep(call[0], 4000, 300);
    beep(call[1], 1000, 400);
    Recording recording =
        new Recording(
            List.of(mono("a.wav", call[0]), mono("b.wav", call[1])),
            List.of(Speaker.AGENT, Speaker.CUSTOMER),
            "en");
    Transcript transcript = transcriber.transcribe(recording, Progress.NONE);
    assertThat(transcript.turns())
        .extracting(Turn::speaker)
        .containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
    assertThat(transcript.speakerConfidence()).isEqualTo(1);
    assertTimes(transcript, 1000, 4000);
  }

  @Test
  void takesTwoEqualChannelsForOneMixedTrack() {
    short[] mixed = new short[20 * RATE];
    beep(mixed, 1000, 300);
    beep(mixed, 5000, 300);
    Path file = stereo("call.wav", new short[][] {mixed, mixed});
    Transcript transcript = transcriber.transcribe(Recording.of(file), Progress.NONE);
    assertThat(transcript.speakerSource()).isEqualTo(SpeakerSource.NONE);
    assertTimes(transcript, 1000, 5000);
  }

  @Test
  void hearsNothingInSilence() {
    Transcript transcript =
        transcriber.transcribe(Recording.of(mono("a.wav", new short[5 * RATE])), Progress.NONE);
    assertThat(transcript.turns()).isEmpty();
    assertThat(transcript.speakerSource()).isEqualTo(SpeakerSource.NONE);
  }

  @Test
  void sharesItsRecognizersAmongCalls() throws Exception {
    short[] call = new short[60 * RATE];
    for (int at = 0; at < 58_000; at += 1500) {
      beep(call, at + 500, 400);
    }
    Recording recording = Recording.of(mono("a.wav", call));
    List<Turn> alone = transcriber.transcribe(recording, Progress.NONE).turns();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Future<Transcript>> calls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        calls.add(threads.submit(() -> transcriber.transcribe(recording, Progress.NONE)));
      }
      for (Future<Transcript> done : calls) {
        assertThat(done.get().turns()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(engine.mostAtWork.get())
        .isLessThanOrEqualTo(SpeechSettings.defaults().recognizers());
    transcriber.close();
    assertThat(engine.open.get()).as("recognizers closed once, then the engine").isEqualTo(-1);
  }

  @Test
  void tellsOfAnEngineThatFails() throws IOException {
    SpeechEngine broken =
        new SpeechEngine() {
          @Override
          public Recognizer newRecognizer(List<String> words) {
            return new DeafRecognizer();
          }

          @Override
          public Recognizer newRecognizer() {
            throw new EarshotException(ErrorKind.EXHAUSTED, "no recognizer");
          }

          @Override
          public void close() {}
        };
    short[] call = new short[5 * RATE];
    beep(call, 1000, 500);
    Recording recording = Recording.of(mono("a.wav", call));
    try (VoskTranscriber failing = open(broken)) {
      assertThatThrownBy(() -> failing.transcribe(recording, Progress.NONE))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.EXHAUSTED));
    }
  }

  @Test
  void stopsWhenInterrupted() {
    short[] call = new short[5 * RATE];
    beep(call, 1000, 500);
    Recording recording = Recording.of(mono("a.wav", call));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> transcriber.transcribe(recording, Progress.NONE))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void neverHoldsALongRecordingInMemory() {
    // 8 hours at 16 kHz are 1.8 GB of samples, more than the tests' heap.
    int hours = 8;
    try (RecognizerPool pool = new RecognizerPool(2, 1, model -> engine);
        SpeechQueue queue =
            new SpeechQueue(pool.use(Words.MODEL), "en", AlternativeSettings.defaults())) {
      MediaFeed feed =
          new MediaFeed(
              new Endless(hours * 3600), 1, SpeechSettings.defaults().gate(), queue, "endless");
      long readMs = feed.run(Duration.ofHours(12), ms -> {});
      assertThat(readMs).isEqualTo(Duration.ofHours(hours).toMillis());
      List<Word> words = queue.heard().get(0).words();
      assertThat(words).hasSize(hours * 3600 / Endless.PERIOD_SECONDS);
      assertThat(words.get(words.size() - 1).startMs())
          .isGreaterThan(Duration.ofHours(hours).minusMinutes(1).toMillis());
    }
  }

  @Test
  void readsNoFurtherThanTheLongestDuration() {
    try (RecognizerPool pool = new RecognizerPool(2, 1, model -> engine);
        SpeechQueue queue =
            new SpeechQueue(pool.use(Words.MODEL), "en", AlternativeSettings.defaults())) {
      MediaFeed feed =
          new MediaFeed(new Endless(3600), 1, SpeechSettings.defaults().gate(), queue, "endless");
      assertThat(feed.run(Duration.ofSeconds(60), ms -> {})).isBetween(60_000L, 61_000L);
    }
  }

  /** A recording with a beep of half a second in every period. */
  private static final class Endless implements AudioReader {
    static final int PERIOD_SECONDS = 20;

    private final int seconds;
    private long position;

    Endless(int seconds) {
      this.seconds = seconds;
    }

    @Override
    public AudioInfo info() {
      return new AudioInfo(1, 16_000, 0, "generated");
    }

    @Override
    public int read(float[][] channels) {
      if (position >= seconds * 16_000L) {
        return -1;
      }
      int count = Math.min(8000, channels[0].length);
      boolean loud = position / 8000 % (2 * PERIOD_SECONDS) == 10;
      for (int i = 0; i < count; i++) {
        channels[0][i] = (i & 2) == 0 ? loud ? 5000 : 5 : loud ? -5000 : -5;
      }
      position += count;
      return count;
    }

    @Override
    public void close() {}
  }

  private static void assertTimes(Transcript transcript, long... startsMs) {
    List<Turn> turns = transcript.turns();
    assertThat(turns).hasSize(startsMs.length);
    for (int i = 0; i < startsMs.length; i++) {
      assertThat(turns.get(i).startMs()).isBetween(startsMs[i] - 25, startsMs[i] + 25);
    }
  }

  private static void beep(short[] samples, int startMs, int lengthMs) {
    for (int i = startMs * RATE / 1000; i < (startMs + lengthMs) * RATE / 1000; i++) {
      samples[i] = (short) (8000 * Math.sin(2 * Math.PI * 700 * i / RATE));
    }
  }

  private Path mono(String name, short[] samples) {
    return new WavFile().samples(samples).write(folder.resolve(name));
  }

  private Path stereo(String name, short[][] channels) {
    short[] interleaved = new short[2 * channels[0].length];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = channels[i % 2][i / 2];
    }
    return new WavFile().channels(2, RATE).samples(interleaved).write(folder.resolve(name));
  }
}
