package io.earshot.ingest.chat.mail;

import io.earshot.conversation.Channel;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.SoundEnding;
import io.earshot.ingest.chat.SoundFile;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.mail.Mail;
import io.earshot.ingest.mail.MailAttachment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recordings that come attached to mails, as voice mail does: each is a call, handed over
 * before the next message is read, so that a mailbox of them is never in memory. For one thread.
 */
final class MailRecordings {
  /** By the id of a message, which tells it from others of its box as far as anything does. */
  private final Map<String, Integer> heard = new HashMap<>();

  private final Map<String, Integer> unread = new HashMap<>();
  private final ReadingContext context;
  private final TranscriptSink sink;
  private int number;

  MailRecordings(ReadingContext context, TranscriptSink sink) {
    this.context = context;
    this.sink = sink;
  }

  /** Hands over what is to be heard of a message. */
  void take(Mail mail) {
    for (MailAttachment attachment : mail.attachments()) {
      Optional<String> ending = SoundEnding.ofSound(attachment.type(), attachment.name());
      byte[] bytes = ending.isPresent() ? attachment.bytes() : new byte[0];
      if (bytes.length > 0) {
        sink.accept(call(mail, new SoundFile(ending.get(), attachment.name(), bytes, List.of())));
      }
      (bytes.length > 0 ? heard : unread).merge(mail.id(), 1, Integer::sum);
    }
  }

  private Transcript call(Mail mail, SoundFile sound) {
    String session = "attachment " + ++number;
    return new TranscriptDraft("mail", context)
        .channel(Channel.CALL)
        .startedAt(mail.sentAt())
        .attribute("subject", mail.subject())
        .attribute("mail", mail.id())
        .attribute("thread", mail.thread())
        .recording(sound)
        .withSession(sound.name().isEmpty() ? session : sound.name());
  }

  /** Whether any of these messages had a recording. */
  boolean in(List<Mail> thread) {
    return thread.stream().anyMatch(mail -> heard.containsKey(mail.id()));
  }

  /** How many attachments of these messages are no recordings. */
  int unread(List<Mail> thread) {
    return thread.stream().mapToInt(mail -> unread.getOrDefault(mail.id(), 0)).sum();
  }
}
