package io.earshot.routes.cli;

import io.earshot.asr.Recording;
import io.earshot.asr.Transcript;
import io.earshot.asr.VoskTranscriber;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import io.earshot.conversation.transcript.Captions;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.setup.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "transcribe",
    description = "Speech recognition alone: who said what when. Keeps nothing.",
    mixinStandardHelpOptions = true)
final class TranscribeCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings, or folders of them.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "One object a line, one line a call.")
  private boolean json;

  @Option(names = "--format", description = "text, vtt, srt, ctm or rttm (default text).")
  private Captions format = Captions.TEXT;

  @Option(names = "--language", description = "What is spoken, such as en or zh.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The speech model to hear with (see 'earshot models list').")
  private Optional<String> model = Optional.empty();

  TranscribeCommand(Environment environment) {
    this.environment = environment;
  }

  /** A transcript as scripts read it. */
  record Line(
      String source,
      String language,
      double languageConfidence,
      String model,
      long audioMs,
      long wallMs,
      double speakerConfidence,
      List<TurnLine> turns) {

    static Line of(String source, Transcript transcript) {
      return new Line(
          source,
          transcript.language(),
          transcript.languageConfidence(),
          transcript.model(),
          transcript.audioMs(),
          transcript.wallMs(),
          transcript.speakerConfidence(),
          transcript.turns().stream().map(TurnLine::of).toList());
    }
  }

  /** A turn as scripts read it. */
  record TurnLine(
      Speaker speaker,
      double speakerConfidence,
      int channel,
      long startMs,
      long endMs,
      String text,
      double confidence,
      List<WordLine> words) {

    static TurnLine of(Turn turn) {
      return new TurnLine(
          turn.speaker(),
          turn.speakerConfidence(),
          turn.audioChannel(),
          turn.startMs(),
          turn.endMs(),
          turn.text(),
          turn.confidence(),
          turn.words().stream().map(WordLine::of).toList());
    }
  }

  /** A word as scripts read it. */
  record WordLine(String word, long startMs, long endMs, double confidence) {
    static WordLine of(Word word) {
      return new WordLine(word.text(), word.startMs(), word.endMs(), word.confidence());
    }
  }

  @Override
  public Integer call() {
    environment.home().create();
    Scanner scanner = new Scanner(environment.settings().ingest());
    int failed = 0;
    try (VoskTranscriber transcriber =
        Models.transcriber(environment.home(), environment.settings())) {
      for (SourceItem item : scanner.scan(files)) {
        try {
          print(item, transcribe(transcriber, scanner, item));
        } catch (EarshotException e) {
          failed++;
          environment.terminal().say("earshot: %s: %s".formatted(item.name(), e.getMessage()));
        }
      }
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private Transcript transcribe(VoskTranscriber transcriber, Scanner scanner, SourceItem item) {
    String spoken = language.orElse(environment.settings().ingest().language());
    boolean firm = !environment.settings().ingest().swap();
    String heardWith = model.orElse(environment.settings().ingest().model());
    Recording recording = new Recording(item.files(), scanner.roles(item), firm, spoken, heardWith);
    return transcriber.transcribe(
        recording,
        (heard, all) ->
            environment
                .terminal()
                .status(
                    "%s: %s of %s heard"
                        .formatted(item.name(), Durations.clock(heard), Durations.clock(all))));
  }

  private void print(SourceItem item, Transcript transcript) {
    Terminal terminal = environment.terminal();
    if (json) {
      terminal.json(Line.of(item.name(), transcript));
      return;
    }
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s: %s of audio in %s, real-time factor %.3f",
            item.name(),
            Durations.clock(transcript.audioMs()),
            Durations.seconds(transcript.wallMs()),
            (double) transcript.wallMs() / Math.max(1, transcript.audioMs())));
    terminal.print(format.write(transcript.turns(), item.name()));
  }
}
