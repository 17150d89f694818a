package io.earshot.console.conversation;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.http.Problem;
import io.earshot.conversation.ConversationId;
import java.util.Optional;
import java.util.regex.Pattern;

/** What of an archive a caller may know of. Safe for many threads. */
public final class VisibleConversations {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Archive archive;
  private final Audit audit;

  public VisibleConversations(Archive archive, Audit audit) {
    this.archive = archive;
    this.audit = audit;
  }

  /**
   * A conversation that the caller may see.
   *
   * @throws Problem with status 404 when there is none of that id, and just so when it lies outside
   *     of the caller's scope, which is noted
   */
  public Archived require(Caller caller, String id) {
    Archived found = find(id).orElseThrow(VisibleConversations::missing);
    if (!covers(caller, found)) {
      audit.note(caller, AuditAction.DENIED, id, "outside of the scope");
      throw missing();
    }
    return found;
  }

  /** A conversation, if there is one and the caller may see it; nothing is noted. */
  public Optional<Archived> find(Caller caller, String id) {
    return find(id).filter(found -> covers(caller, found));
  }

  private Optional<Archived> find(String id) {
    return Optional.of(id)
        .filter(text -> ID.matcher(text).matches())
        .flatMap(text -> archive.find(new ConversationId(text)));
  }

  private static boolean covers(Caller caller, Archived found) {
    return caller.scope().covers(found.agent(), found.queue());
  }

  private static Problem missing() {
    return Problem.notFound(
        "There is no such conversation, or it is still on its way; look for it in the search");
  }
}
