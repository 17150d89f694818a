package io.earshot.bench;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.VoskTranscriber;
import io.earshot.asr.voice.VoiceMeter;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Turn;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * What understanding costs: the models' loading, a turn beside its embedding, a long call, and the
 * measuring of the voice.
 */
final class AnalysisBench {
  private static final int LONG_CALL_TURNS = 200;
  private static final int VOICE_SECONDS = 60;
  private static final int SAMPLE_RATE = 16_000;

  private final Home home;
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  AnalysisBench(Home home) {
    this.home = home;
  }

  void run(List<Path> paths) throws Exception {
    Settings settings = Settings.load(home.settingsFile());
    long start = System.nanoTime();
    AnalysisEngine engine = Models.analysis(home, settings);
    say("everything that understands text loads in %.2f s", seconds(start));
    say("the speech model loads in %.2f s", speechLoading(settings));
    try (Bench bench = Bench.start(home)) {
      List<ConversationId> ids = ChatBench.process(bench, home, paths);
      List<Conversation> chats = ids.stream().map(bench.service().vault()::conversation).toList();
      turns(engine, chats);
      longCall(engine, chats);
    } finally {
      engine.close();
    }
    voice();
  }

  /** Of a model that was unpacked before: a recording without speech needs it loaded, no more. */
  private double speechLoading(Settings settings) throws IOException {
    Path silence = home.root().resolve("silence.wav");
    AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
    byte[] sound = new byte[8_000];
    AudioSystem.write(
        new AudioInputStream(new ByteArrayInputStream(sound), format, sound.length / 2),
        AudioFileFormat.Type.WAVE,
        silence.toFile());
    try (VoskTranscriber unpacking = Models.transcriber(home, settings)) {
      unpacking.transcribe(Recording.of(silence), Progress.NONE);
    }
    long start = System.nanoTime();
    try (VoskTranscriber transcriber = Models.transcriber(home, settings)) {
      transcriber.transcribe(Recording.of(silence), Progress.NONE);
      return seconds(start);
    }
  }

  /** Each chat is analysed twice: the second time its turns' vectors are at hand. */
  private void turns(AnalysisEngine engine, List<Conversation> chats) {
    List<Double> beside = new ArrayList<>();
    List<Double> redaction = new ArrayList<>();
    for (Conversation chat : chats) {
      engine.analyze(chat);
      beside.add(processorMs(() -> engine.analyze(chat)) / chat.turns().size());
      redaction.add(processorMs(() -> engine.redactor().redact(chat)) / chat.turns().size());
    }
    say(
        "%d chats; of one core a turn costs beside its embedding %s, and %s for redaction",
        chats.size(), quantiles(beside), quantiles(redaction));
  }

  private void longCall(AnalysisEngine engine, List<Conversation> chats) {
    List<Turn> turns = new ArrayList<>();
    // A number behind each text, so that no turn's vector is at hand.
    for (Conversation chat : chats) {
      for (Turn turn : chat.turns()) {
        if (turns.size() < LONG_CALL_TURNS) {
          int index = turns.size();
          turns.add(Turn.written(index, turn.speaker(), index * 3_000L, turn.text() + " " + index));
        }
      }
    }
    Conversation call = chats.get(0).withTurns(turns, turns.size() * 3_000L);
    Duration wall = Bench.time(() -> engine.analyze(call));
    say(
        "a conversation of %d turns is analysed in %.2f s, none of them seen before",
        turns.size(), wall.toMillis() / 1e3);
  }

  private void voice() {
    float[] sound = new float[VOICE_SECONDS * SAMPLE_RATE];
    Random random = new Random(7);
    for (int i = 0; i < sound.length; i++) {
      double pulses = Math.pow(Math.sin(Math.PI * 120 * i / SAMPLE_RATE), 9);
      sound[i] = (float) (3_000 * pulses + 100 * random.nextGaussian());
    }
    VoiceMeter.measure(sound);
    long start = System.nanoTime();
    VoiceMeter.measure(sound);
    say("the voice costs %.4f of the sound's length", seconds(start) / VOICE_SECONDS);
  }

  /** Of all threads together. */
  private double processorMs(Runnable work) {
    long before = processorNanos();
    work.run();
    return (processorNanos() - before) / 1e6;
  }

  private long processorNanos() {
    return Arrays.stream(threads.getAllThreadIds())
        .map(threads::getThreadCpuTime)
        .filter(nanos -> nanos > 0)
        .sum();
  }

  private static String quantiles(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.2f ms at the median (%.2f ms at 90 %%)",
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 9 / 10));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
