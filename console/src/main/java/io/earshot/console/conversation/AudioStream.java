package io.earshot.console.conversation;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Streaming;
import io.earshot.conversation.ConversationId;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Answers {@code getAudio}: finds the recording, sees to rights and audit, and sends it. */
final class AudioStream implements Streaming {
  private final VisibleConversations visible;
  private final Archive archive;
  private final Originals originals;
  private final Hearings hearings;
  private final Audit audit;

  AudioStream(
      VisibleConversations visible,
      Archive archive,
      Originals originals,
      Hearings hearings,
      Audit audit) {
    this.visible = visible;
    this.archive = archive;
    this.originals = originals;
    this.hearings = hearings;
    this.audit = audit;
  }

  @Override
  public void answer(Call call, RoutingContext request) {
    request.request().resume();
    request
        .vertx()
        .executeBlocking(() -> sound(call), false)
        .onFailure(failure -> Api.fail(request, failure))
        .onSuccess(
            sound ->
                new SoundReply(sound, request.response())
                    .send(request.request(), request.vertx(), fileName(call)));
  }

  private Sound sound(Call call) {
    String id = call.text("id");
    Archived kept = visible.require(call.caller(), id);
    boolean original = call.flag("original");
    boolean download = call.flag("download");
    require(call, Right.REVEAL, original);
    require(call, Right.EXPORT, download);
    Sound sound = original ? originals.sound(kept) : redacted(kept);
    hearings.note(call.caller(), action(original, download), id, detail(original, download));
    return sound;
  }

  private Sound redacted(Archived kept) {
    ConversationId id = kept.conversation().id();
    return archive
        .sound(id)
        .orElseThrow(() -> Problem.notFound("This conversation came without a recording"));
  }

  private void require(Call call, Right right, boolean needed) {
    if (needed && !call.caller().may(right)) {
      audit.note(call.caller(), AuditAction.DENIED, call.text("id"), "getAudio " + right.code());
      call.require(right);
    }
  }

  private static AuditAction action(boolean original, boolean download) {
    if (original) {
      return AuditAction.REVEAL;
    }
    return download ? AuditAction.DOWNLOAD : AuditAction.LISTEN;
  }

  private static String detail(boolean original, boolean download) {
    return "audio%s%s".formatted(original ? " original" : "", download ? " download" : "");
  }

  private static Optional<String> fileName(Call call) {
    if (!call.flag("download")) {
      return Optional.empty();
    }
    return Optional.of(call.text("id") + (call.flag("original") ? "-original.wav" : ".wav"));
  }
}
