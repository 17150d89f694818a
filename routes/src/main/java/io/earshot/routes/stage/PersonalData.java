package io.earshot.routes.stage;

import io.earshot.analysis.redaction.Redacted;
import io.earshot.analysis.redaction.Redactor;
import io.earshot.asr.redaction.RedactedRecording;
import io.earshot.asr.redaction.Silence;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.ingest.vault.Vault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes personal data out of a conversation in the vault, from its text and from its sound, before
 * anything else is made of it. Doing it again changes nothing. Safe for several threads, each with
 * a conversation of its own.
 */
public final class PersonalData {
  private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);

  private final Vault vault;
  private final Supplier<Redactor> redactor;
  private final MediaDecoder decoder;
  private final Path scratch;

  /**
   * Works on a vault.
   *
   * @param scratch where redacted recordings are written, on a disk with room for them; only this
   *     user can look into what is made there
   */
  public PersonalData(
      Vault vault, Supplier<Redactor> redactor, MediaDecoder decoder, Path scratch) {
    this.vault = vault;
    this.redactor = redactor;
    this.decoder = decoder;
    this.scratch = scratch;
  }

  /** The conversation as it may be analysed and shown; the vault then holds nothing else. */
  Conversation remove(ConversationId id) {
    Conversation said = vault.conversation(id);
    Redacted redacted = redactor.get().redact(said);
    List<Redaction> found = redacted.redactions();
    if (redacted.conversation().equals(said)) {
      dropUnmended(said);
      return said;
    }
    List<Redaction> all = new ArrayList<>(vault.redactions(id));
    all.addAll(found);
    if (said.channel() == Channel.CALL && !found.isEmpty()) {
      withRedactedSound(
          id, found, sound -> vault.keepRedacted(redacted.conversation(), all, sound));
    } else {
      vault.keepRedacted(redacted.conversation(), all, Optional.empty());
    }
    LOG.info("{} redacted in {} places", id, found.size());
    return redacted.conversation();
  }

  /** Tags that were mended away may hold what the text does not. */
  private void dropUnmended(Conversation said) {
    List<Turn> raw = new ArrayList<>();
    for (String text : vault.unmended(said.id()).values()) {
      raw.add(Turn.written(raw.size(), Speaker.UNKNOWN, 0, text));
    }
    boolean personal =
        !raw.isEmpty()
            && !redactor
                .get()
                .redact(said.withTurns(raw, said.durationMs()))
                .redactions()
                .isEmpty();
    if (personal) {
      vault.keepRedacted(said, vault.redactions(said.id()), Optional.empty());
    }
  }

  private interface Keeper {
    void keep(Optional<Path> sound);
  }

  private void withRedactedSound(ConversationId id, List<Redaction> found, Keeper keeper) {
    List<Path> media = vault.media(id);
    if (media.stream().noneMatch(Files::exists)) {
      keeper.keep(Optional.empty()); // a transcript of a call that came without its recording
      return;
    }
    try {
      Path sound = Files.createTempFile(Files.createDirectories(scratch), "sound", ".wav");
      try {
        write(media, found, sound);
        keeper.keep(Optional.of(sound));
      } finally {
        Files.deleteIfExists(sound);
      }
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The redacted recording can't be written to %s (%s): free some space or give this user the right to"
              .formatted(scratch, e.getMessage()),
          e);
    }
  }

  private void write(List<Path> media, List<Redaction> found, Path sound) throws IOException {
    List<Silence> silences =
        found.stream()
            .map(place -> new Silence(place.audioChannel(), place.startMs(), place.endMs()))
            .toList();
    try (OutputStream out = Files.newOutputStream(sound)) {
      RedactedRecording.write(media, silences, out, decoder);
    }
  }
}
