package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.SpeakerSource;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.SoundFile;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.facts.Facts;
import io.earshot.ingest.signature.TrustedKeys;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns a chat file into conversations, without keeping anything: what {@link Intake} uses, and
 * what serves to look at a file only. Safe for several threads.
 */
public final class ConversationReader {
  /** What a written conversation came as, such as {@code whatsapp}. */
  public static final String FORMAT = "format";

  /** What had to be mended in its text, such as {@code html 12}. */
  public static final String REPAIRED = "repaired";

  private final IngestSettings settings;
  private final List<ChatReader> readers = ChatFormats.readers();

  public ConversationReader(IngestSettings settings) {
    this.settings = settings;
  }

  /**
   * Reads what is written in a file, and refuses recordings inside of it: for looking only.
   *
   * @return the id of the file's bytes
   * @throws EarshotException as {@link #readAll}
   */
  public ConversationId read(
      Path path,
      IntakeOptions options,
      Consumer<Conversation> conversations,
      Consumer<TranscriptSink.Refusal> refused) {
    return readAll(
        path,
        options,
        read -> {
          if (read.recordings().isEmpty()) {
            conversations.accept(read.conversation());
          } else {
            refused.accept(
                new TranscriptSink.Refusal(
                    "recording", "it holds a recording; take it in with 'earshot process'", ""));
          }
        },
        refused);
  }

  /**
   * Reads all conversations of a file, each handed over as soon as it is complete.
   *
   * @return the id of the file's bytes, under which it is kept whole when it can't be read
   * @param refused is told of each part that can't be read while the rest can
   * @throws EarshotException of kind BAD_INPUT when the file or the rest of it can't be read,
   *     MISCONFIGURED when its mapping is wrong, UNAVAILABLE when it can't be opened
   */
  public ConversationId readAll(
      Path path,
      IntakeOptions options,
      Consumer<ReadConversation> conversations,
      Consumer<TranscriptSink.Refusal> refused) {
    Optional<ColumnMapping> mapping = mapping(path, options).map(ColumnMapping::load);
    Optional<Charset> charset = mapping.flatMap(ColumnMapping::charset);
    ChatFile file = ChatFile.open(path, charset);
    try {
      read(file, mapping, options, conversations, refused);
    } catch (EarshotException e) {
      throw naming(file, e);
    }
    return file.bytesId();
  }

  private static EarshotException naming(ChatFile file, EarshotException failure) {
    boolean named = failure.getMessage().contains(file.name());
    return named || failure.kind() != ErrorKind.BAD_INPUT
        ? failure
        : EarshotException.badInput(file.name() + ": " + failure.getMessage(), failure);
  }

  private void read(
      ChatFile file,
      Optional<ColumnMapping> mapping,
      IntakeOptions options,
      Consumer<ReadConversation> conversations,
      Consumer<TranscriptSink.Refusal> refused) {
    NameFacts facts = NameFacts.of(file.name(), settings.fileNames(), settings.timeZone());
    Facts told = new Facts();
    options.facts().offerTo(told, settings.sideFiles(), settings.timeZone());
    Instant assumedStart =
        told.startedAt()
            .or(facts::startedAt)
            .orElseGet(() -> Settling.Look.at(file.path()).modifiedAt());
    ReadingContext context =
        new ReadingContext(
            settings.timeZone(),
            assumedStart,
            mapping,
            options.mapping().isPresent(),
            settings.maxConversationCharacters(),
            settings.speakers(),
            settings.vconKeys().map(TrustedKeys::load).orElse(List.of()));
    reader(file, context)
        .read(
            file,
            context,
            new TranscriptSink() {
              @Override
              public void accept(Transcript transcript) {
                conversations.accept(
                    new ReadConversation(
                        conversation(transcript, file.name(), facts, told, assumedStart, options),
                        transcript.recordings(),
                        transcript.originals()));
              }

              @Override
              public void refuse(Refusal refusal) {
                refused.accept(refusal);
              }
            });
  }

  private ChatReader reader(ChatFile file, ReadingContext context) {
    return readers.stream()
        .filter(reader -> reader.accepts(file, context))
        .findFirst()
        .orElseThrow(
            () ->
                EarshotException.badInput(
                    file.name()
                        + " is text of no known shape: neither JSON or mail of those that"
                        + " docs/ingest.md lists, nor a messenger's export, nor lines such as"
                        + " 'Agent: ...' or '客服：...', nor a table with a mapping"));
  }

  /** The nearest mapping: named for this file, lying beside it, or that of the settings. */
  private Optional<Path> mapping(Path file, IntakeOptions options) {
    if (options.mapping().isPresent()) {
      return options.mapping();
    }
    if (!List.of("csv", "tsv", "tab").contains(SourceKind.ending(file))) {
      return Optional.empty();
    }
    String name = NameFacts.stem(file.getFileName().toString()) + ".mapping.yaml";
    return Optional.of(file.resolveSibling(name))
        .filter(Files::isRegularFile)
        .or(settings::mapping);
  }

  private Conversation conversation(
      Transcript transcript,
      String fileName,
      NameFacts facts,
      Facts told,
      Instant assumedStart,
      IntakeOptions options) {
    boolean oneOfMany = !transcript.session().isEmpty();
    Optional<NameFacts> named = ofRecording(transcript);
    Map<String, String> attributes = new HashMap<>(oneOfMany ? facts.shared() : facts.attributes());
    named.ifPresent(own -> attributes.putAll(own.attributes()));
    attributes.putAll(transcript.attributes());
    attributes.putAll(oneOfMany ? NameFacts.shared(told) : told.attributes());
    attributes.put(FORMAT, transcript.format());
    if (!transcript.repairs().isEmpty()) {
      attributes.put(REPAIRED, transcript.repairs());
    }
    return new Conversation(
        id(transcript),
        oneOfMany ? fileName + "#" + transcript.session() : fileName,
        transcript.channel(),
        language(transcript, told, options),
        (oneOfMany ? Optional.<Instant>empty() : told.startedAt())
            .or(() -> named.flatMap(NameFacts::startedAt))
            .or(transcript::startedAt)
            .orElse(assumedStart),
        transcript.durationMs(),
        transcript.timed(),
        transcript.recordings().isEmpty() ? SpeakerSource.LABELS : SpeakerSource.NONE,
        transcript.recordings().isEmpty() ? transcript.speakersSure() : 0,
        attributes,
        transcript.turns());
  }

  /** A recording inside of a file has a name of its own. */
  private Optional<NameFacts> ofRecording(Transcript transcript) {
    return transcript.recordings().stream()
        .map(SoundFile::name)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(name -> NameFacts.of(name, settings.fileNames(), settings.timeZone()));
  }

  /** A recording's is that of its bytes, in whatever file it comes. */
  private static ConversationId id(Transcript transcript) {
    return transcript.recordings().isEmpty()
        ? ChatIdentity.of(transcript)
        : ConversationId.ofDigest(
            ConversationId.sha256().digest(transcript.recordings().get(0).bytes()));
  }

  private String language(Transcript transcript, Facts told, IntakeOptions options) {
    return options
        .language()
        .or(told::language)
        .or(() -> Optional.of(transcript.language()).filter(language -> !language.isEmpty()))
        .orElse(settings.language());
  }
}
