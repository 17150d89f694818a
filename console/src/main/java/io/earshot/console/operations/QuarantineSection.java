package io.earshot.console.operations;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Disposition;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.console.operations.QuarantineView.KeptFile;
import io.vertx.ext.web.RoutingContext;

/** Shows what could not be used, hands it out and tries it again. */
public final class QuarantineSection implements Section {
  private final QuarantineView quarantine;
  private final Audit audit;

  public QuarantineSection(QuarantineView quarantine, Audit audit) {
    this.quarantine = quarantine;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getQuarantine", Right.OPERATE, this::page);
    api.on("retryQuarantined", Right.OPERATE, this::retry);
    api.onStream("getQuarantinedFile", Right.OPERATE, this::download);
  }

  private Reply page(Call call) {
    return Reply.ok(
        quarantine.page(Math.toIntExact(call.whole("offset")), (int) call.whole("limit")));
  }

  private Reply retry(Call call) {
    String id = call.text("id");
    if (!quarantine.retry(id, call.caller().name())) {
      throw gone(id);
    }
    audit.note(call.caller(), AuditAction.RETRY, id, "");
    return Reply.accepted(null);
  }

  private void download(Call call, RoutingContext request) {
    request
        .vertx()
        .executeBlocking(() -> file(call), false)
        .onSuccess(file -> send(file, request))
        .onFailure(failure -> Api.fail(request, failure));
  }

  private KeptFile file(Call call) {
    String id = call.text("id");
    if (!call.caller().may(Right.REVEAL)) {
      audit.note(call.caller(), AuditAction.DENIED, id, "getQuarantinedFile");
    }
    call.require(Right.REVEAL); // what is in there was not redacted
    KeptFile file = quarantine.file(id).orElseThrow(() -> gone(id));
    audit.note(call.caller(), AuditAction.DOWNLOAD, id, "quarantine");
    return file;
  }

  private static void send(KeptFile file, RoutingContext request) {
    request.request().resume();
    request
        .response()
        .putHeader("Content-Type", "application/octet-stream")
        .putHeader("Content-Disposition", Disposition.attachment(file.name()))
        .putHeader("Cache-Control", "no-store")
        .sendFile(file.file().toString())
        .onFailure(failure -> Api.fail(request, failure))
        .onComplete(
            sent -> {
              if (file.temporary()) {
                request.vertx().fileSystem().delete(file.file().toString());
              }
            });
  }

  private static Problem gone(String id) {
    return Problem.notFound("Nothing of %s is kept in quarantine".formatted(id));
  }
}
