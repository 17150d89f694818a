package io.earshot.console.review;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.VisibleConversations;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.conversation.Finding;
import java.util.List;
import java.util.Map;

/** The operations on reviews. */
public final class ReviewSection implements Section {
  private final Reviews reviews;
  private final VisibleConversations visible;
  private final Labels labels;
  private final Audit audit;

  public ReviewSection(Reviews reviews, VisibleConversations visible, Labels labels, Audit audit) {
    this.reviews = reviews;
    this.visible = visible;
    this.labels = labels;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getReviews", Right.SEARCH, this::reviews)
        .on("reviewFinding", Right.REVIEW, this::review)
        .on("getReviewLabels", Right.REVIEW, this::labels)
        .on("exportReviews", Right.EXPORT, this::export);
  }

  /** Agents are told by people what reviewers think, not by a list. */
  private Reply reviews(Call call) {
    visible.require(call.caller(), call.text("id"));
    return Reply.ok(call.caller().agentOnly() ? List.of() : reviews.of(call.text("id")));
  }

  private Reply review(Call call) {
    Archived kept = visible.require(call.caller(), call.text("id"));
    NewReview review = call.body(NewReview.class);
    verify(review, kept);
    Review saved = reviews.keep(call.text("id"), review, call.caller().name());
    audit.note(
        call.caller(),
        AuditAction.REVIEW,
        call.text("id"),
        "%s of turn %d %s".formatted(review.kind(), review.turn(), review.verdict().code()));
    return Reply.created(saved);
  }

  private void verify(NewReview review, Archived kept) {
    if (review.turn() >= kept.conversation().turns().size()) {
      throw Problem.invalid("The conversation has no turn %d".formatted(review.turn()));
    }
    List<String> known = labels.of(review.kind());
    if (review.verdict() == Verdict.CORRECTED
        && !known.isEmpty()
        && !known.contains(review.correctName())) {
      throw Problem.invalid(
          "There is no %s of that name; known are %s"
              .formatted(review.kind(), String.join(", ", known)));
    }
  }

  private Reply labels(Call call) {
    return Reply.ok(
        Map.of(
            Finding.INTENT, labels.of(Finding.INTENT),
            Finding.EMOTION, labels.of(Finding.EMOTION)));
  }

  private Reply export(Call call) {
    String task = call.text("task");
    audit.note(call.caller(), AuditAction.EXPORT, "", "reviews of " + task);
    LabelledRows rows = new LabelledRows(reviews, id -> visible.find(call.caller(), id));
    return Reply.text("text/csv", rows.csv(task)).asFile("reviews-%s.csv".formatted(task));
  }
}
