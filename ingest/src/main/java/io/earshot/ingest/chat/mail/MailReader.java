package io.earshot.ingest.chat.mail;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ChatReader;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import io.earshot.ingest.chat.file.ChatFile;
import io.earshot.ingest.mail.Mail;
import io.earshot.ingest.mail.MailThreads;
import io.earshot.ingest.mail.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads mail: a message alone, or a mailbox of which each thread is a conversation, and each
 * attached recording a call. Roles are told by the addresses as far as they tell, else by who
 * began.
 */
public final class MailReader implements ChatReader {
  private static final Set<String> MARKS =
      Set.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "received",
          "return-path",
          "delivered-to",
          "mime-version",
          "content-type",
          "reply-to",
          "cc",
          "references",
          "in-reply-to",
          "sender");

  /** So many of the first lines must be headers of mail. */
  private static final int LEAST_MARKS = 3;

  private static final int LINES_TO_JUDGE_BY = 60;

  @Override
  public boolean accepts(ChatFile file, ReadingContext context) {
    List<String> lines = file.opening().lines().limit(LINES_TO_JUDGE_BY).toList();
    int marks = 0;
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = colon < 1 ? "" : line.substring(0, colon).toLowerCase(Locale.ROOT);
      boolean folded = line.startsWith(" ") || line.startsWith("\t") || line.startsWith("From ");
      if (line.isBlank() || (!folded && !name.matches("[!-~]{1,60}"))) {
        break;
      }
      marks += MARKS.contains(name) ? 1 : 0;
    }
    return marks >= LEAST_MARKS || (marks > 0 && file.endsWith(".eml", ".mbox"));
  }

  @Override
  public void read(ChatFile file, ReadingContext context, TranscriptSink sink) {
    MailThreads threads = new MailThreads();
    MailRecordings recordings = new MailRecordings(context, sink);
    int mails =
        Mailbox.read(
            file.path(),
            mail -> {
              recordings.take(mail);
              threads.add(mail.withoutAttachments());
            });
    List<List<Mail>> found = threads.threads();
    int number = 0;
    for (List<Mail> thread : found) {
      String session = mails == 1 ? "" : Integer.toString(++number);
      if (!hasText(thread) && recordings.in(thread)) {
        continue; // what there is to say is said in them
      }
      if (mails == 1) {
        sink.accept(transcript(thread, recordings, context));
      } else {
        read(thread, session, recordings, context, sink);
      }
    }
  }

  private static boolean hasText(List<Mail> thread) {
    return thread.stream().anyMatch(mail -> !mail.text().isBlank());
  }

  private static void read(
      List<Mail> thread,
      String session,
      MailRecordings recordings,
      ReadingContext context,
      TranscriptSink sink) {
    try {
      sink.accept(transcript(thread, recordings, context).withSession(session));
    } catch (EarshotException e) {
      sink.refuse(
          new TranscriptSink.Refusal("thread " + session, e.getMessage(), thread.get(0).id()));
    }
  }

  private static Transcript transcript(
      List<Mail> thread, MailRecordings recordings, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft("mail", context);
    draft
        .callId(thread.get(0).id())
        .attribute("subject", thread.get(0).subject())
        .attribute("thread", thread.get(0).thread());
    int unread = recordings.unread(thread);
    draft.attribute("attachments", unread == 0 ? "" : Integer.toString(unread));
    boolean dated = thread.stream().allMatch(mail -> mail.sentAt().isPresent());
    for (Mail mail : thread) {
      Optional<Instant> at = dated ? mail.sentAt() : Optional.empty();
      if (mail.automatic()) {
        draft.message(Speaker.SYSTEM, at, mail.text());
      } else {
        draft.message(mail.from(), at, mail.text());
      }
    }
    if (draft.isEmpty()) {
      throw EarshotException.badInput("there is no text in it but quotes and attachments");
    }
    return draft.transcript();
  }
}
