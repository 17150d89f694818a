package io.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.file.ChatFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads texts as files with the standard readers and keeps what comes out. */
public final class Reading implements TranscriptSink {
  public static final Instant ASSUMED_START = Instant.parse("2026-03-04T08:00:00Z");

  public final List<Transcript> transcripts = new ArrayList<>();
  public final List<Refusal> refusals = new ArrayList<>();

  public static Reading of(Path folder, String name, String text) {
    return of(folder, name, text.getBytes(UTF_8), Optional.empty());
  }

  public static Reading of(Path folder, String name, String text, Charset charset) {
    return of(folder, name, text.getBytes(charset), Optional.empty());
  }

  public static Reading of(
      Path folder, String name, byte[] bytes, Optional<ColumnMapping> mapping) {
    return of(folder, name, bytes, mapping, List.of());
  }

  public static Reading of(
      Path folder,
      String name,
      byte[] bytes,
      Optional<ColumnMapping> mapping,
      List<PublicKey> keys) {
    Path path = folder.resolve(name);
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ReadingContext context =
        new ReadingContext(
            ZoneOffset.UTC,
            ASSUMED_START,
            mapping,
            mapping.isPresent(),
            1 << 20,
            Map.of("@acme.test", Speaker.AGENT, "li na", Speaker.AGENT),
            keys);
    ChatFile file = ChatFile.open(path, mapping.flatMap(ColumnMapping::charset));
    Reading reading = new Reading();
    ChatFormats.readers().stream()
        .filter(reader -> reader.accepts(file, context))
        .findFirst()
        .ifPresent(reader -> reader.read(file, context, reading));
    return reading;
  }

  /** The one transcript there is. */
  public Transcript only() {
    if (transcripts.size() != 1) {
      throw new AssertionError("%d transcripts, %s".formatted(transcripts.size(), refusals));
    }
    return transcripts.get(0);
  }

  /** The one transcript's turns as {@code speaker@startMs: text}. */
  public List<String> turns() {
    return turns(only());
  }

  public static List<String> turns(Transcript transcript) {
    return transcript.turns().stream().map(Reading::shown).toList();
  }

  private static String shown(Turn turn) {
    return "%s@%d: %s".formatted(turn.speaker().code(), turn.startMs(), turn.text());
  }

  @Override
  public void accept(Transcript transcript) {
    transcripts.add(transcript);
  }

  @Override
  public void refuse(Refusal refusal) {
    refusals.add(refusal);
  }
}
