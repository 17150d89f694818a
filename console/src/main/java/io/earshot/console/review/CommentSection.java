package io.earshot.console.review;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.VisibleConversations;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.List;

/** The operations on comments. Agents see those for coaching; only who wrote one may change it. */
public final class CommentSection implements Section {
  private final Comments comments;
  private final VisibleConversations visible;
  private final Audit audit;

  public CommentSection(Comments comments, VisibleConversations visible, Audit audit) {
    this.comments = comments;
    this.visible = visible;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getComments", Right.SEARCH, this::ofConversation)
        .on("findComments", Right.SEARCH, this::ofAgent)
        .on("addComment", Right.COMMENT, this::add)
        .on("editComment", Right.COMMENT, this::edit)
        .on("deleteComment", Right.COMMENT, this::delete);
  }

  /** A page of comments. */
  record Page(int total, List<Comment> comments) {}

  private Reply ofConversation(Call call) {
    visible.require(call.caller(), call.text("id"));
    return Reply.ok(
        comments.of(call.text("id")).stream()
            .filter(comment -> maySee(call.caller(), comment))
            .toList());
  }

  private Reply ofAgent(Call call) {
    List<Comment> all =
        comments.ofAgent(call.text("agent")).stream()
            .filter(comment -> covers(call.caller(), comment))
            .filter(comment -> maySee(call.caller(), comment))
            .filter(comment -> comment.coaching() || !call.flag("coaching"))
            .toList();
    List<Comment> page =
        all.stream().skip(call.whole("offset")).limit(call.whole("limit")).toList();
    return Reply.ok(new Page(all.size(), page));
  }

  private Reply add(Call call) {
    Archived kept = visible.require(call.caller(), call.text("id"));
    NewComment comment = body(call, kept);
    Comment saved = comments.add(kept, comment, call.caller().name());
    note(call, "added", saved);
    return Reply.created(saved);
  }

  private Reply edit(Call call) {
    Comment before = own(call);
    Archived kept = visible.require(call.caller(), before.conversation());
    Comment saved = comments.change(before.number(), body(call, kept));
    note(call, "changed", saved);
    return Reply.ok(saved);
  }

  private Reply delete(Call call) {
    Comment comment = own(call);
    comments.delete(comment.number());
    note(call, "deleted", comment);
    return Reply.done();
  }

  private static NewComment body(Call call, Archived kept) {
    NewComment comment = call.body(NewComment.class);
    if (comment.turn() != null && comment.turn() >= kept.conversation().turns().size()) {
      throw Problem.invalid("The conversation has no turn %d".formatted(comment.turn()));
    }
    return comment;
  }

  /** A comment that the caller may see, and wrote. */
  private Comment own(Call call) {
    Comment comment =
        comments
            .find(call.whole("number"))
            .filter(found -> covers(call.caller(), found) && maySee(call.caller(), found))
            .orElseThrow(() -> Problem.notFound("There is no such comment"));
    if (!comment.by().equals(call.caller().name())) {
      audit.note(
          call.caller(),
          AuditAction.DENIED,
          comment.conversation(),
          "comment %d of %s".formatted(comment.number(), comment.by()));
      throw Problem.forbidden("Only who wrote a comment can change it");
    }
    return comment;
  }

  private static boolean covers(Caller caller, Comment comment) {
    return caller.scope().covers(comment.agent(), comment.queue());
  }

  private static boolean maySee(Caller caller, Comment comment) {
    return comment.coaching() || !caller.agentOnly();
  }

  private void note(Call call, String what, Comment comment) {
    audit.note(
        call.caller(),
        AuditAction.COMMENT,
        comment.conversation(),
        "%s %d".formatted(what, comment.number()));
  }
}
