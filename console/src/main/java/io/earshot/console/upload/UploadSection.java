package io.earshot.console.upload;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.console.upload.Uploads.Place;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Receives files, and tells what became of them. */
public final class UploadSection implements Section {
  private static final String LENGTH = "Content-Length";
  private static final long LINGER_MS = 5_000;

  private final Uploads uploads;
  private final Audit audit;

  public UploadSection(Uploads uploads, Audit audit) {
    this.uploads = uploads;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.onStream("upload", Right.UPLOAD, this::receive);
    api.on("getUpload", Right.UPLOAD, this::show);
  }

  private void receive(Call call, RoutingContext request) {
    Vertx vertx = request.vertx();
    vertx
        .executeBlocking(() -> begin(call, request.request()), false)
        .compose(place -> arrive(call, request.request(), place, vertx))
        .onSuccess(upload -> Api.write(request, Reply.accepted(upload)))
        .onFailure(failure -> refuse(request, failure));
  }

  private Place begin(Call call, HttpServerRequest request) {
    return uploads.begin(call.caller().name(), length(request));
  }

  /** As announced; 0 when it was not. */
  private static long length(HttpServerRequest request) {
    try {
      String announced = request.getHeader(LENGTH);
      return announced == null ? 0 : Long.parseLong(announced);
    } catch (NumberFormatException e) {
      throw Problem.invalid("Content-Length is no number");
    }
  }

  private Future<Upload> arrive(Call call, HttpServerRequest request, Place place, Vertx vertx) {
    String user = call.caller().name();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    return Arrival.of(request, place.file(), place.most(), vertx)
        .recover(failure -> vertx.executeBlocking(() -> discard(place, user, failure), false))
        .compose(whole -> vertx.executeBlocking(() -> keep(call, place), false));
  }

  /** Nothing is left behind; the failure goes on. */
  private Void discard(Place place, String user, Throwable failure) {
    uploads.discard(place.file(), user);
    if (failure instanceof Arrival.TooLarge found) {
      throw uploads.tooLarge(found.bytes());
    }
    throw failure instanceof Problem known ? known : Problem.invalid("The file did not come whole");
  }

  private Upload keep(Call call, Place place) {
    Upload upload =
        uploads.keep(place.file(), UploadName.of(call.text("name")), call.caller().name());
    audit.note(call.caller(), AuditAction.UPLOAD, "", "upload " + upload.number());
    return upload;
  }

  /**
   * What still comes is thrown away for a while, since a sender that meets a closed connection does
   * not read the answer.
   */
  private static void refuse(RoutingContext request, Throwable failure) {
    HttpServerRequest body = request.request();
    long linger = request.vertx().setTimer(LINGER_MS, late -> body.connection().close());
    if (body.isEnded()) {
      request.vertx().cancelTimer(linger);
    } else {
      body.endHandler(end -> request.vertx().cancelTimer(linger)).handler(rest -> {});
      body.exceptionHandler(broken -> request.vertx().cancelTimer(linger)).resume();
    }
    Api.fail(request, failure);
  }

  private Reply show(Call call) {
    long number = call.whole("number");
    return uploads
        .find(number)
        .filter(
            found -> found.user().equals(call.caller().name()) || call.caller().may(Right.OPERATE))
        .map(found -> Reply.ok(found.upload()))
        .orElseThrow(() -> Problem.notFound("There is no upload %d".formatted(number)));
  }
}
