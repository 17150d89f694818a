package io.earshot.console.conversation;

import io.earshot.console.http.Reply;
import io.earshot.conversation.Turn;
import io.earshot.conversation.transcript.Captions;
import java.util.List;

/** The forms in which a transcript can be taken along; files are named by the id alone. */
enum Transcript {
  TEXT {
    @Override
    Reply of(Archived kept) {
      return Reply.text("text/plain", Captions.TEXT.write(turns(kept)) + "\n")
          .asFile(fileName(kept, "txt"));
    }
  },
  VTT {
    @Override
    Reply of(Archived kept) {
      return Reply.text("text/vtt", Captions.VTT.write(turns(kept)) + "\n")
          .asFile(fileName(kept, "vtt"));
    }
  },
  JSON {
    @Override
    Reply of(Archived kept) {
      return Reply.ok(ConversationView.of(kept)).asFile(fileName(kept, "json"));
    }
  };

  abstract Reply of(Archived kept);

  private static List<Turn> turns(Archived kept) {
    return kept.conversation().turns();
  }

  private static String fileName(Archived kept, String ending) {
    return "%s.%s".formatted(kept.conversation().id(), ending);
  }
}
