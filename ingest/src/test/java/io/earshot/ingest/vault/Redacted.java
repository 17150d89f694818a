package io.earshot.ingest.vault;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A call of two files in the states that a redaction leads it through. */
final class Redacted {
  static final String SECRET = "4012 8888 8888 1881";
  static final String RAW_SOUND = "raw sound of ";

  private final Envelope envelope;

  Redacted(String name) {
    this.envelope = Entries.call(name);
  }

  ConversationId id() {
    return envelope.id();
  }

  Conversation raw() {
    return saying("my card is " + SECRET + ", says Anna");
  }

  Conversation redacted() {
    return saying("my card is [card], says Anna");
  }

  /** Under stricter settings. */
  Conversation redactedFurther() {
    return saying("my card is [card], says [person]");
  }

  private Conversation saying(String text) {
    return envelope
        .conversation()
        .withTurns(Entries.chat("any", text).conversation().turns(), 5000);
  }

  List<Redaction> redactions() {
    return List.of(redaction("card", 11));
  }

  static Redaction redaction(String type, int start) {
    return new Redaction(type, 0, start, start + 6, 1, 1000, 2000, 0.875);
  }

  /** Takes it in and transcribes it. */
  void receive(Vault vault, Path folder) {
    vault.put(envelope, Stream.of("a.wav", "b.wav").map(name -> recording(folder, name)).toList());
    vault.keepConversation(raw());
  }

  private static Path recording(Path folder, String name) {
    try {
      return Files.writeString(folder.resolve(name), RAW_SOUND + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
