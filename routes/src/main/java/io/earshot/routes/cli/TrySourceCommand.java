package io.earshot.routes.cli;

import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioInfo;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.Preview;
import io.earshot.ingest.Prospect;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.setup.Models;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "try",
    description = {
      "What files would become, without processing them: calls or chats, their format, what is",
      "known of them and what says so, and what stands in the way. Keeps nothing."
    },
    mixinStandardHelpOptions = true)
final class TrySourceCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Recordings, chat logs, folders.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "One object a line, one line an item or file.")
  private boolean json;

  @Mixin private SourceOptions about = new SourceOptions();

  TrySourceCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.home().create();
    IngestSettings settings = about.settings(environment);
    Preview preview = new Preview(settings);
    MediaDecoder decoder = Models.decoder(environment.home(), environment.settings());
    List<Scanner.Skipped> skipped = new ArrayList<>();
    Set<Path> belonging = new HashSet<>();
    int failed = 0;
    for (SourceItem item : new Scanner(settings).scan(paths, skipped::add)) {
      TriedItem tried = tried(preview.of(item, about.intake(environment)), decoder);
      belonging.addAll(tried.prospect().beside());
      failed += tried.isUsable() ? 0 : 1;
      print(tried);
    }
    skipped.stream()
        .filter(one -> json || !belonging.contains(one.file().toAbsolutePath()))
        .forEach(this::print);
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private static TriedItem tried(Prospect prospect, MediaDecoder decoder) {
    List<AudioInfo> sound = new ArrayList<>();
    List<String> troubles = new ArrayList<>(prospect.troubles());
    if (prospect.recording()) {
      for (Path file : prospect.item().files()) {
        try {
          sound.add(AudioFile.probe(file, decoder));
        } catch (EarshotException e) {
          troubles.add(e.getMessage());
        }
      }
    }
    return new TriedItem(prospect, sound, troubles);
  }

  private void print(TriedItem tried) {
    Terminal terminal = environment.terminal();
    if (json) {
      terminal.json(tried.line());
    } else {
      tried.text().forEach(terminal::print);
    }
  }

  private void print(Scanner.Skipped skipped) {
    Terminal terminal = environment.terminal();
    String file = TriedItem.plain(skipped.file());
    if (json) {
      terminal.json(new TriedItem.SkippedLine(file, skipped.why()));
    } else {
      terminal.print("%s: not taken: %s".formatted(file, skipped.why()));
    }
  }
}
