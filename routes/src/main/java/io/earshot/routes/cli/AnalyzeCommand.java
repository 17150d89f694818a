package io.earshot.routes.cli;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.analysis.redaction.Redacted;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.ConversationReader;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.setup.Models;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "analyze",
    description = "Analysis alone, of transcripts and chat logs. Needs no index, keeps nothing.",
    mixinStandardHelpOptions = true)
final class AnalyzeCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Transcripts, chat logs, folders.")
  private List<Path> files = List.of();

  @Option(names = "--json", description = "One object a line, one line a conversation.")
  private boolean json;

  @Mixin private SourceOptions about = new SourceOptions();

  private int failed;

  AnalyzeCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.home().create();
    Scanner scanner = new Scanner(about.settings(environment));
    ConversationReader reader = new ConversationReader(about.settings(environment));
    List<SourceItem> items = scanner.scan(files);
    try (AnalysisEngine engine = Models.analysis(environment.home(), environment.settings())) {
      for (SourceItem item : items) {
        try {
          reader.read(
              item.files().get(0),
              about.intake(environment),
              conversation -> print(conversation, engine),
              refusal -> refuse(item, refusal.reason()));
        } catch (EarshotException e) {
          refuse(item, e.getMessage());
        }
      }
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private void refuse(SourceItem item, String reason) {
    failed++;
    environment.terminal().say("earshot: %s: %s".formatted(item.name(), reason));
  }

  private void print(Conversation conversation, AnalysisEngine engine) {
    Redacted redacted = engine.redactor().redact(conversation);
    AnalyzedLine line = AnalyzedLine.of(redacted, engine.analyze(redacted.conversation()));
    if (json) {
      environment.terminal().json(line);
    } else {
      describe(line);
    }
  }

  private void describe(AnalyzedLine line) {
    Terminal terminal = environment.terminal();
    terminal.print("%s (%s, %s)".formatted(line.source(), line.channel().code(), line.language()));
    line.summary().forEach(sentence -> terminal.print("  summary   " + sentence));
    terminal.print(
        "  intents   "
            + line.intents().stream()
                .map(intent -> percent(intent.name(), intent.confidence()))
                .collect(Collectors.joining(", ")));
    terminal.print(
        String.format(
            Locale.ROOT,
            "  emotion   %s, valence start %+.2f, lowest %+.2f, end %+.2f",
            line.emotion().label(),
            line.emotion().start(),
            line.emotion().lowest(),
            line.emotion().end()));
    terminal.print("  keywords  " + String.join(", ", line.keywords()));
    terminal.print(
        "  score     %d = %s"
            .formatted(
                Math.round(line.score().value()),
                line.score().parts().stream()
                    .map(part -> "%s %d".formatted(part.name(), Math.round(part.value())))
                    .collect(Collectors.joining(", "))));
    for (AnalyzedLine.Line turn : line.turns()) {
      terminal.print(
          String.format(
              Locale.ROOT,
              "  %3d  %-8s  %-12s %+.2f  %s",
              turn.turn(),
              turn.speaker().code(),
              turn.emotion().name(),
              turn.valence(),
              turn.text()));
    }
  }

  private static String percent(String name, double share) {
    return "%s %d %%".formatted(name, Math.round(share * 100));
  }
}
