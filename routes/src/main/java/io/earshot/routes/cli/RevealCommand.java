package io.earshot.routes.cli;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.transcript.Captions;
import io.earshot.ingest.vault.Seal;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "reveal",
    description =
        "Shows what was redacted, where settings kept the originals. Needs the right to read their"
            + " key.",
    mixinStandardHelpOptions = true)
final class RevealCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(paramLabel = "ID", description = "The conversation.")
  private String id = "";

  @Option(names = "--to", description = "Folder for the original recording.")
  private Optional<Path> folder = Optional.empty();

  RevealCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    Seal seal =
        environment
            .settings()
            .originals()
            .seal(environment.home())
            .orElseThrow(
                () ->
                    EarshotException.misconfigured(
                        "Originals are not kept: set originals.keep to true, for what is processed from then on"));
    ConversationId conversation = new ConversationId(id);
    try (Vault vault = Vault.open(environment.home().vault(), Optional.of(seal))) {
      Conversation original =
          vault
              .originalConversation(conversation)
              .orElseThrow(
                  () ->
                      EarshotException.badInput(
                          "%s has no original: nothing was redacted in it, or originals were not kept then"
                              .formatted(id)));
      environment.terminal().print(Captions.TEXT.write(original.turns()));
      if (folder.isPresent()) {
        Files.createDirectories(folder.get());
        vault
            .originalMedia(conversation, folder.get())
            .forEach(file -> environment.terminal().say("Wrote " + file));
      }
    }
    return Commands.DONE;
  }
}
