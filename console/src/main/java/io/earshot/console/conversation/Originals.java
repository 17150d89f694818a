package io.earshot.console.conversation;

import io.earshot.console.http.Problem;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was taken out of conversations, with a clear answer where it can't be shown. */
final class Originals {
  private final Archive archive;

  Originals(Archive archive) {
    this.archive = archive;
  }

  List<Turn> turns(Archived kept) {
    return require(kept, archive::originalTurns);
  }

  Sound sound(Archived kept) {
    return require(kept, archive::originalSound);
  }

  private static <T> T require(Archived kept, Function<ConversationId, Optional<T>> reading) {
    if (kept.redactions().isEmpty()) {
      throw Problem.notFound("Nothing was redacted in this conversation: it is its own original");
    }
    try {
      return reading.apply(kept.conversation().id()).orElseThrow(Originals::gone);
    } catch (EarshotException e) {
      if (e.kind() == ErrorKind.MISCONFIGURED) {
        throw Problem.unavailable(
            "The key of the originals is not at hand; an administrator can put its file back");
      }
      throw e;
    }
  }

  private static Problem gone() {
    return Problem.notFound(
        "The original is not kept: originals.keep in settings.yaml decides when a conversation"
            + " comes in");
  }
}
