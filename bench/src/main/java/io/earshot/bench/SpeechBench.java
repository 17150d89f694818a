package io.earshot.bench;

import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.SpeechSettings;
import io.earshot.asr.Transcript;
import io.earshot.asr.VoskTranscriber;
import io.earshot.asr.model.SpeechModels;
import io.earshot.conversation.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Speech recognition against the engine itself: the baseline feeds each whole channel at 16 kHz to
 * a recognizer of its own, on as many threads as cores, and does nothing else.
 */
public final class SpeechBench {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private SpeechBench() {}

  private record Measured(double seconds, double cpuSeconds, int words) {}

  /**
   * Prints one line per call and one for all of them together.
   *
   * @param bundled folder with the English model as shipped
   * @param installed folder for the models in use; models left there by an earlier run are used
   * @param calls sound files; two whose names end in -agent and -caller are one call
   */
  public static void run(Path bundled, Path installed, List<Path> calls)
      throws IOException, InterruptedException, ExecutionException {
    Map<String, List<Path>> grouped = group(calls);
    SpeechModels models = new SpeechModels(bundled, installed);
    System.out.printf(
        "%-32s %10s %8s %6s %12s %9s %7s %7s %7s %9s %6s%n",
        "call",
        "baseline s",
        "ours s",
        "ratio",
        "baseline CPU",
        "ours CPU",
        "words",
        "ours",
        "share",
        "1 core s",
        "ratio");
    try (PlainVosk plain = PlainVosk.load(bundled, installed);
        VoskTranscriber all = open(models, CORES);
        VoskTranscriber one = open(models, 1)) {
      // Loading is not what is measured.
      Path first = calls.get(0);
      all.transcribe(Recording.of(first), Progress.NONE);
      one.transcribe(Recording.of(first), Progress.NONE);
      for (Map.Entry<String, List<Path>> call : grouped.entrySet()) {
        print(
            call.getKey(),
            baseline(plain, List.of(call.getValue())),
            ours(all, List.of(call.getValue())),
            ours(one, List.of(call.getValue())));
      }
      List<List<Path>> together = List.copyOf(grouped.values());
      print("all together", baseline(plain, together), ours(all, together), ours(one, together));
    }
  }

  /** The baseline alone: seconds for all calls together, models loaded. */
  static double baselineSeconds(Path bundled, Path installed, List<Path> calls)
      throws IOException, InterruptedException, ExecutionException {
    try (PlainVosk plain = PlainVosk.load(bundled, installed)) {
      return baseline(plain, List.copyOf(group(calls).values())).seconds();
    }
  }

  private static VoskTranscriber open(SpeechModels models, int recognizers) {
    return VoskTranscriber.open(SpeechSettings.defaults().withRecognizers(recognizers), models);
  }

  private static Map<String, List<Path>> group(List<Path> calls) {
    Map<String, List<Path>> grouped = new LinkedHashMap<>();
    for (Path call : calls) {
      String name =
          call.getFileName().toString().replaceAll("(-(agent|caller))?\\.[A-Za-z0-9]+$", "");
      grouped.computeIfAbsent(name, key -> new ArrayList<>()).add(call);
    }
    return grouped;
  }

  private static Measured baseline(PlainVosk plain, List<List<Path>> calls)
      throws InterruptedException, ExecutionException {
    List<float[]> channels = new ArrayList<>();
    for (List<Path> call : calls) {
      for (Path file : call) {
        channels.addAll(plain.channels(file));
      }
    }
    long start = System.nanoTime();
    return measured(start, channels.stream().<Task>map(channel -> () -> plain.words(channel)));
  }

  private static Measured ours(VoskTranscriber transcriber, List<List<Path>> calls)
      throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    return measured(
        start,
        calls.stream()
            .<Task>map(
                call -> () -> words(transcriber.transcribe(recording(call), Progress.NONE))));
  }

  private interface Task {
    int words() throws IOException;
  }

  private static Measured measured(long start, java.util.stream.Stream<Task> tasks)
      throws InterruptedException, ExecutionException {
    double cpuBefore = cpuSeconds();
    ExecutorService threads = Executors.newFixedThreadPool(CORES);
    try {
      List<Future<Integer>> running = tasks.map(task -> threads.submit(task::words)).toList();
      int words = 0;
      for (Future<Integer> task : running) {
        words += task.get();
      }
      return new Measured((System.nanoTime() - start) / 1e9, cpuSeconds() - cpuBefore, words);
    } finally {
      threads.shutdownNow();
    }
  }

  // On a machine that others use too, processor time still tells who works less.
  private static double cpuSeconds() {
    return ProcessHandle.current()
            .info()
            .totalCpuDuration()
            .orElse(java.time.Duration.ZERO)
            .toMillis()
        / 1e3;
  }

  private static Recording recording(List<Path> call) {
    return new Recording(call, List.of(), "en");
  }

  private static int words(Transcript transcript) {
    return transcript.turns().stream().map(Turn::words).mapToInt(List::size).sum();
  }

  private static void print(String name, Measured baseline, Measured ours, Measured oneCore) {
    System.out.printf(
        "%-32.32s %10.2f %8.2f %6.2f %12.2f %9.2f %7d %7d %6.1f%% %9.2f %6.2f%n",
        name,
        baseline.seconds(),
        ours.seconds(),
        ours.seconds() / baseline.seconds(),
        baseline.cpuSeconds(),
        ours.cpuSeconds(),
        baseline.words(),
        ours.words(),
        100.0 * ours.words() / Math.max(1, baseline.words()),
        oneCore.seconds(),
        ours.seconds() / oneCore.seconds());
  }
}
