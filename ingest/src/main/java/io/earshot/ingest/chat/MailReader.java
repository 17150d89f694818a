package io.earshot.ingest.chat;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.mail.Mail;
import io.earshot.ingest.mail.MailThreads;
import io.earshot.ingest.mail.Mailbox;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads mail: a message alone, or a mailbox of which each thread is a conversation. Roles are told
 * by the addresses as far as they tell, else by who began.
 */
final class MailReader implements ChatReader {
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
    int mails = Mailbox.read(file.path(), threads::add);
    List<List<Mail>> found = threads.threads();
    if (mails == 1) {
      sink.accept(transcript(found.get(0), context));
      return;
    }
    int number = 0;
    for (List<Mail> thread : found) {
      String place = "thread " + ++number;
      try {
        sink.accept(transcript(thread, context).withSession(Integer.toString(number)));
      } catch (EarshotException e) {
        sink.refuse(new TranscriptSink.Refusal(place, e.getMessage(), thread.get(0).id()));
      }
    }
  }

  private static Transcript transcript(List<Mail> thread, ReadingContext context) {
    TranscriptDraft draft = new TranscriptDraft("mail", context);
    draft.callId(thread.get(0).id()).attribute("subject", thread.get(0).subject());
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
