package io.earshot.routes.cli;

import io.earshot.asr.sound.MediaDecoder;
import io.earshot.console.review.LabelledRows;
import io.earshot.console.review.Reviews;
import io.earshot.console.store.Store;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.console.VaultArchive;
import io.earshot.routes.setup.Models;
import io.earshot.routes.stage.Playable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "reviews",
    description = {
      "Writes what reviewers confirmed and corrected as labelled texts (CSV), redacted, for",
      "'earshot eval TASK FILE' and 'earshot train TASK --data FILE'."
    },
    mixinStandardHelpOptions = true)
final class ReviewsCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--task", required = true, description = "intent or emotion.")
  private LabelTask task;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "What to write.")
  private Path file;

  ReviewsCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    environment.home().create();
    MediaDecoder decoder = Models.decoder(environment.home(), environment.settings());
    try (Store store = Store.open(environment.home().console());
        Vault vault = Vault.open(environment.home().vault())) {
      VaultArchive archive =
          new VaultArchive(vault, new Playable(vault, decoder, environment.home().scratch()));
      LabelledRows rows =
          new LabelledRows(
              new Reviews(store, Clock.systemUTC()), id -> archive.find(new ConversationId(id)));
      environment.terminal().say("Wrote %,d labelled texts to %s".formatted(write(rows), file));
    }
    return Commands.DONE;
  }

  private int write(LabelledRows rows) {
    try (Writer out = Files.newBufferedWriter(file)) {
      return rows.write(task.code(), out);
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          "%s can't be written (%s); choose another place with --to".formatted(file, e));
    }
  }
}
