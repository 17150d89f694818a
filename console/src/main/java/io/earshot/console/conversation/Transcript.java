package io.earshot.console.conversation;

import io.earshot.console.http.Reply;
import io.earshot.conversation.transcript.TranscriptForm;
import java.time.Instant;
import java.util.Locale;

/** Transcripts as files to be taken along; they are named by the id alone. */
final class Transcript {
  /** The console's own form, besides those of the conversation. */
  private static final String JSON = "json";

  private Transcript() {}

  /** The reply; the contract lets no other formats through. */
  static Reply of(Archived kept, String format) {
    if (format.equals(JSON)) {
      return Reply.ok(ConversationView.of(kept)).asFile(fileName(kept, JSON));
    }
    TranscriptForm form = TranscriptForm.valueOf(format.toUpperCase(Locale.ROOT));
    String text = form.write(kept.conversation(), Instant.now()) + "\n";
    return Reply.text(form.mediaType(), text).asFile(fileName(kept, form.ending()));
  }

  private static String fileName(Archived kept, String ending) {
    return "%s.%s".formatted(kept.conversation().id(), ending);
  }
}
