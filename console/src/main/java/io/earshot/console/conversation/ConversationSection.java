package io.earshot.console.conversation;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.conversation.Peaks;
import java.time.Clock;

/** The operations on one conversation. */
public final class ConversationSection implements Section {
  private final Archive archive;
  private final VisibleConversations visible;
  private final Originals originals;
  private final Hearings hearings;
  private final Audit audit;

  public ConversationSection(
      Archive archive, VisibleConversations visible, Audit audit, Clock clock) {
    this.archive = archive;
    this.visible = visible;
    this.originals = new Originals(archive);
    this.hearings = new Hearings(audit, clock);
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("openConversation", Right.SEARCH, this::open)
        .on("getTranscript", Right.EXPORT, this::transcript)
        .on("getPeaks", Right.LISTEN, this::peaks)
        .on("revealConversation", Right.REVEAL, this::reveal)
        .onStream(
            "getAudio",
            Right.LISTEN,
            new AudioStream(visible, archive, originals, hearings, audit));
  }

  private Reply open(Call call) {
    Archived kept = find(call);
    hearings.opened(call.caller(), call.text("id"));
    audit.note(call.caller(), AuditAction.OPEN, call.text("id"), "");
    return Reply.ok(ConversationView.of(kept));
  }

  private Reply transcript(Call call) {
    Archived kept = find(call);
    String format = call.text("format");
    audit.note(call.caller(), AuditAction.DOWNLOAD, call.text("id"), "transcript " + format);
    return Transcript.of(kept, format);
  }

  private Reply peaks(Call call) {
    Archived kept = find(call);
    Peaks peaks =
        archive
            .peaks(kept.conversation().id())
            .orElseThrow(() -> Problem.notFound("This conversation came without a recording"));
    return Reply.json(PeaksView.json(peaks, kept.conversation()));
  }

  private Reply reveal(Call call) {
    Archived kept = find(call);
    Reply reply = Reply.ok(originals.turns(kept).stream().map(TurnView::of).toList());
    audit.note(call.caller(), AuditAction.REVEAL, call.text("id"), "turns");
    return reply;
  }

  private Archived find(Call call) {
    return visible.require(call.caller(), call.text("id"));
  }
}
