package io.earshot.bench;

import io.earshot.conversation.ConversationId;
import io.earshot.ingest.IntakeOptions;
import io.earshot.routes.home.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The whole way of calls, models loaded, against the recognizer alone in the same run. */
final class ProcessBench {
  private final Home home;

  ProcessBench(Home home) {
    this.home = home;
  }

  void run(List<Path> calls) throws Exception {
    double baseline =
        SpeechBench.baselineSeconds(home.program().resolve("models"), home.models(), calls);
    try (Bench bench = Bench.start(home)) {
      // The speech model loads at first use; a short call makes it.
      bench.process(
          List.of(home.checkout().resolve("samples/calls/repair-thanks.wav")), IntakeOptions.NONE);
      List<ConversationId> ids = new ArrayList<>();
      Duration ours = Bench.time(() -> ids.addAll(bench.process(calls, IntakeOptions.NONE)));
      System.out.printf(
          Locale.ROOT,
          "calls %d, baseline %.1f s, process %.1f s, ratio %.2f%n",
          ids.size(),
          baseline,
          ours.toMillis() / 1e3,
          ours.toMillis() / 1e3 / baseline);
    }
  }
}
