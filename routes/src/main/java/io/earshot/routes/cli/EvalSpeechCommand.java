package io.earshot.routes.cli;

import io.earshot.analysis.evaluation.speech.SpeakerErrors;
import io.earshot.analysis.evaluation.speech.SpokenWords;
import io.earshot.analysis.evaluation.speech.WordErrors;
import io.earshot.asr.Recording;
import io.earshot.asr.Transcript;
import io.earshot.asr.VoskTranscriber;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Turn;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.labelled.ReferenceFile;
import io.earshot.routes.setup.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    description = {
      "Measures speech recognition on recordings with NAME.reference.json beside them, which holds",
      "turns[{speaker, text}]. asr: errors in words (Chinese: in characters). diarization: the share of",
      "aligned words on the wrong speaker under the best naming of those found; a word whose speaker",
      "is not known counts as wrong.",
      "Compared is what sounds: lower case, no punctuation, numbers and contractions in words, no",
      "hesitations; Chinese in simplified characters."
    },
    mixinStandardHelpOptions = true)
final class EvalSpeechCommand implements Callable<Integer> {
  private final Environment environment;
  private final boolean speakers;

  @Parameters(
      arity = "1..*",
      paramLabel = "FOLDER",
      description = "Recordings, or folders of them.")
  private List<Path> paths = List.of();

  @Option(names = "--language", description = "What is spoken, such as en or zh.")
  private Optional<String> language = Optional.empty();

  @Option(
      names = "--json",
      description = "One object a line, one line a recording and one for all.")
  private boolean json;

  private int failed;

  private EvalSpeechCommand(Environment environment, boolean speakers) {
    this.environment = environment;
    this.speakers = speakers;
  }

  static EvalSpeechCommand words(Environment environment) {
    return new EvalSpeechCommand(environment, false);
  }

  static EvalSpeechCommand speakers(Environment environment) {
    return new EvalSpeechCommand(environment, true);
  }

  @Override
  public Integer call() {
    environment.home().create();
    Scanner scanner = new Scanner(environment.settings().ingest());
    List<SourceItem> items =
        scanner.scan(paths).stream()
            .filter(item -> ReferenceFile.beside(item.files().get(0)).isPresent())
            .filter(item -> !item.files().get(0).toString().endsWith(".json"))
            .toList();
    if (items.isEmpty()) {
      throw EarshotException.misconfigured(
          "%s holds no recording with a NAME.reference.json beside it".formatted(paths));
    }
    List<SpeechResult> results = new ArrayList<>();
    try (VoskTranscriber transcriber =
        Models.transcriber(environment.home(), environment.settings())) {
      for (SourceItem item : items) {
        try {
          results.add(measure(transcriber, scanner, item, results.size() + 1, items.size()));
        } catch (EarshotException e) {
          failed++;
          environment.terminal().say("earshot: %s: %s".formatted(item.name(), e.getMessage()));
        }
      }
    }
    print(results);
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private SpeechResult measure(
      VoskTranscriber transcriber, Scanner scanner, SourceItem item, int number, int all) {
    ReferenceFile reference =
        ReferenceFile.read(ReferenceFile.beside(item.files().get(0)).orElseThrow());
    String spoken =
        language
            .or(() -> Optional.of(reference.language()).filter(l -> !l.isEmpty()))
            .orElse(environment.settings().ingest().language());
    Transcript transcript =
        transcriber.transcribe(
            new Recording(item.files(), scanner.roles(item), spoken),
            (heard, length) ->
                environment
                    .terminal()
                    .status(
                        "%d of %d: %s of %s heard"
                            .formatted(
                                number, all, Durations.clock(heard), Durations.clock(length))));
    List<SpeakerErrors.Said> said =
        reference.turns().stream()
            .flatMap(turn -> words(turn.text(), turn.speaker(), transcript.language()))
            .toList();
    List<SpeakerErrors.Said> heard =
        transcript.turns().stream()
            .flatMap(turn -> words(turn.text(), speaker(turn), transcript.language()))
            .toList();
    return new SpeechResult(
        item.name(),
        transcript.language(),
        WordErrors.of(plain(said), plain(heard)),
        SpeakerErrors.of(said, heard));
  }

  private static String speaker(Turn turn) {
    return turn.speaker().code();
  }

  private static Stream<SpeakerErrors.Said> words(String text, String speaker, String language) {
    return SpokenWords.of(text, language).stream()
        .map(word -> new SpeakerErrors.Said(word, speaker));
  }

  private static List<String> plain(List<SpeakerErrors.Said> words) {
    return words.stream().map(SpeakerErrors.Said::word).toList();
  }

  private void print(List<SpeechResult> results) {
    SpeechTable table = new SpeechTable(results, speakers);
    if (json) {
      table.lines().forEach(environment.terminal()::json);
    } else {
      environment.terminal().print(table.text());
    }
  }
}
