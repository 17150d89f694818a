package io.earshot.routes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.analysis.redaction.Redacted;
import io.earshot.analysis.redaction.Redactor;
import io.earshot.asr.Recording;
import io.earshot.asr.Transcript;
import io.earshot.asr.VoskTranscriber;
import io.earshot.asr.redaction.RedactedRecording;
import io.earshot.asr.redaction.Silence;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.transcript.Captions;
import io.earshot.ingest.ConversationReader;
import io.earshot.ingest.IngestSettings;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.Scanner;
import io.earshot.ingest.SourceItem;
import io.earshot.routes.setup.Models;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "redact",
    description =
        "Takes personal data out of recordings and chat logs: writes the masked text and the"
            + " silenced sound. Keeps nothing else.",
    mixinStandardHelpOptions = true)
final class RedactCommand implements Callable<Integer> {
  private final Environment environment;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings, chats, folders.")
  private List<Path> files = List.of();

  @Option(names = "--to", description = "Folder for redacted recordings and texts.")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "One object a line, one line a conversation.")
  private boolean json;

  @Mixin private SourceOptions about = new SourceOptions();

  private int failed;

  RedactCommand(Environment environment) {
    this.environment = environment;
  }

  /** A redacted conversation as scripts read it. */
  record Line(
      String source,
      String language,
      List<TranscribeCommand.TurnLine> turns,
      List<Redaction> redactions,
      List<Silence> silenced,
      String text,
      String audio) {}

  @Override
  public Integer call() throws IOException {
    environment.home().create();
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
    }
    Redactor redactor = Redactor.load(Models.config(environment.home()).resolve("redaction.yaml"));
    Scanner scanner = new Scanner(about.settings(environment));
    try (VoskTranscriber transcriber =
        Models.transcriber(environment.home(), environment.settings())) {
      for (SourceItem item : scanner.scan(files)) {
        try {
          redact(item, scanner, transcriber, redactor);
        } catch (EarshotException e) {
          refuse(item, e.getMessage());
        }
      }
    }
    return failed == 0 ? Commands.DONE : Commands.SOME_FAILED;
  }

  private void redact(
      SourceItem item, Scanner scanner, VoskTranscriber transcriber, Redactor redactor) {
    if (item.isRecording()) {
      Conversation call = heard(item, scanner, transcriber);
      print(item.files(), redactor.redact(call));
      return;
    }
    new ConversationReader(about.settings(environment))
        .read(
            item.files().get(0),
            about.intake(environment),
            chat -> print(List.of(), redactor.redact(chat)),
            refusal -> refuse(item, refusal.reason()));
  }

  private Conversation heard(SourceItem item, Scanner scanner, VoskTranscriber transcriber) {
    IngestSettings settings = about.settings(environment);
    IntakeOptions told = about.intake(environment);
    Recording recording =
        new Recording(
            item.files(),
            scanner.roles(item),
            !settings.swap(),
            told.language().orElse(settings.language()),
            told.model().orElse(settings.model()));
    Transcript transcript = transcriber.transcribe(recording, (done, all) -> {});
    return new Conversation(
        ConversationId.ofText(item.name()),
        item.name(),
        Channel.CALL,
        transcript.language(),
        Instant.EPOCH,
        transcript.audioMs(),
        true,
        transcript.speakerSource(),
        transcript.speakerConfidence(),
        Map.of(),
        transcript.turns());
  }

  private void print(List<Path> media, Redacted redacted) {
    Conversation conversation = redacted.conversation();
    String name = conversation.source().replaceAll("[^\\p{L}\\p{N}._-]+", "_");
    String shown = Captions.TEXT.write(conversation.turns());
    List<Silence> silenced = List.of();
    String text = "";
    String audio = "";
    if (folder.isPresent()) {
      Path textFile = folder.get().resolve(name + ".redacted.txt");
      write(textFile, out -> out.write(shown.getBytes(UTF_8)));
      text = textFile.toString();
      if (!media.isEmpty()) {
        Path audioFile = folder.get().resolve(name + ".redacted.wav");
        silenced = silence(media, redacted.redactions(), audioFile);
        audio = audioFile.toString();
      }
    }
    if (json) {
      environment
          .terminal()
          .json(
              new Line(
                  conversation.source(),
                  conversation.language(),
                  conversation.turns().stream().map(TranscribeCommand.TurnLine::of).toList(),
                  redacted.redactions(),
                  silenced,
                  text,
                  audio));
    } else {
      environment
          .terminal()
          .say("%s: places redacted: %d".formatted(name, redacted.redactions().size()));
      environment.terminal().print(shown);
    }
  }

  private List<Silence> silence(List<Path> media, List<Redaction> redactions, Path target) {
    List<Silence> wanted =
        redactions.stream()
            .map(place -> new Silence(place.audioChannel(), place.startMs(), place.endMs()))
            .toList();
    MediaDecoder decoder = Models.decoder(environment.home(), environment.settings());
    List<Silence> silenced = new ArrayList<>();
    write(target, out -> silenced.addAll(RedactedRecording.write(media, wanted, out, decoder)));
    return silenced;
  }

  /** The file appears whole or not at all. */
  private static void write(Path target, Content content) {
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        content.to(out);
      }
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space or name another folder with --to"
              .formatted(target, e.getMessage()),
          e);
    }
  }

  /** What a file is to hold. */
  private interface Content {
    void to(OutputStream out) throws IOException;
  }

  private void refuse(SourceItem item, String reason) {
    failed++;
    environment.terminal().say("earshot: %s: %s".formatted(item.name(), reason));
  }
}
