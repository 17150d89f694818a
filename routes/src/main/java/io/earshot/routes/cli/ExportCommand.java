package io.earshot.routes.cli;

import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.transcript.TranscriptForm;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.console.VaultArchive;
import io.earshot.routes.setup.Models;
import io.earshot.routes.stage.Playable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description =
        "Writes conversations, without personal data, as vCon 0.4.0 or as transcripts of other forms.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "The conversations.")
  private List<String> ids = List.of();

  @Option(names = "--format", description = "vcon, text, vtt, srt, ctm or rttm (default vcon).")
  private TranscriptForm form = TranscriptForm.VCON;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      description = "For a file each; by default all go to standard output.")
  private Optional<Path> folder = Optional.empty();

  ExportCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    MediaDecoder decoder = Models.decoder(environment.home(), environment.settings());
    int failed = 0;
    try (Vault vault = Vault.open(environment.home().vault())) {
      VaultArchive archive =
          new VaultArchive(vault, new Playable(vault, decoder, environment.home().scratch()));
      for (String id : ids) {
        try {
          write(find(archive, id));
        } catch (EarshotException e) {
          failed++;
          environment.terminal().say("earshot: " + e.getMessage());
        }
      }
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  /** Only what is analysed, for before that personal data is in it. */
  private static Conversation find(VaultArchive archive, String id) {
    return archive
        .find(new ConversationId(id))
        .orElseThrow(
            () -> EarshotException.badInput(id + " is not here, or not through the analysis yet"))
        .conversation();
  }

  private void write(Conversation conversation) throws IOException {
    String text = form.write(conversation, Instant.now());
    if (folder.isEmpty()) {
      environment.terminal().print(text);
      return;
    }
    Files.createDirectories(folder.get());
    Path file = folder.get().resolve("%s.%s".formatted(conversation.id(), form.ending()));
    Files.writeString(file, text + "\n");
    environment.terminal().say("Wrote " + file);
  }
}
