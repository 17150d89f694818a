package io.earshot.console.upload;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.console.upload.UploadBook.Row;
import io.earshot.console.upload.Uploads.Sender;
import io.earshot.console.upload.form.Disposition;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** Receives conversations from people and programs, and tells what became of them. */
public final class UploadSection implements Section {
  private static final String FORM = "multipart/form-data";
  private static final int LONGEST_KEY = 255;

  private final Uploads uploads;
  private final Audit audit;
  private final Receiver receiver;
  private final ResumableSection resumable;

  public UploadSection(Uploads uploads, Audit audit) {
    this.uploads = uploads;
    this.audit = audit;
    this.receiver = new Receiver(uploads.settings());
    this.resumable = new ResumableSection(uploads, receiver, this::noted);
  }

  @Override
  public void register(Api api) {
    api.onStream("addConversations", Right.UPLOAD, this::receive);
    api.on("getUpload", Right.UPLOAD, this::show);
    resumable.register(api);
  }

  private void receive(Call call, RoutingContext request) {
    receiver.receive(request, () -> begin(call, request));
  }

  private Reception begin(Call call, RoutingContext request) {
    HttpServerRequest body = request.request();
    Sender sender = new Sender(call.caller().name(), key(body));
    Optional<Row> earlier = uploads.earlier(sender);
    if (earlier.isPresent()) {
      return new Answered(resumable.again(earlier.get()));
    }
    String type = Optional.ofNullable(body.getHeader("Content-Type")).orElse("").strip();
    if (type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      return form(call, body, type, sender);
    }
    Told told = bound(call.caller(), told(call, body));
    String name = name(call, body);
    return resumable.isWanted(body)
        ? resumable.begin(call.caller(), request, sender, name, told)
        : file(call, body, sender, name, told);
  }

  private Reception form(Call call, HttpServerRequest body, String type, Sender sender) {
    if (resumable.isWanted(body)) {
      throw Problem.unsupportedType(
          "What is gone on with later is one file, sent as it is; a call of two files is two"
              + " uploads");
    }
    if (!call.parameters().isEmpty()) {
      throw Problem.invalid("With a form everything is told in its fields, nothing in the address");
    }
    // The limit is a file's: several may have more together.
    uploads.begin(sender, Told.NOTHING, Math.min(length(body), uploads.settings().maxBytes()));
    return begun(
        sender,
        () ->
            new FormReception(
                uploads,
                sender,
                type,
                told -> bound(call.caller(), told),
                upload -> taken(call.caller(), upload)));
  }

  private Reception file(Call call, HttpServerRequest body, Sender sender, String name, Told told) {
    uploads.begin(sender, told, length(body));
    return begun(
        sender,
        () ->
            new FileReception(uploads, sender, name, told, upload -> taken(call.caller(), upload)));
  }

  /** One that can't begin after all leaves its place to others. */
  private Reception begun(Sender sender, java.util.function.Supplier<Reception> reception) {
    try {
      return reception.get();
    } catch (RuntimeException e) {
      uploads.end(sender);
      throw e;
    }
  }

  /** A request that was answered before. */
  private record Answered(Reply known) implements Reception {
    @Override
    public Optional<Reply> answer() {
      return Optional.of(known);
    }

    @Override
    public void take(byte[] bytes) {}

    @Override
    public Reply complete() {
      return known;
    }

    @Override
    public Throwable broken(Throwable cause) {
      return cause;
    }
  }

  private Reply taken(Caller caller, Upload upload) {
    noted(caller, upload.number());
    return Resumable.located(Reply.accepted(upload), upload.number());
  }

  private void noted(Caller caller, long number) {
    audit.note(caller, AuditAction.UPLOAD, "", "upload " + number);
  }

  private static String key(HttpServerRequest body) {
    String key = StructuredFields.text(body.headers(), "Idempotency-Key");
    if (key.length() > LONGEST_KEY || key.isBlank() && body.headers().contains("Idempotency-Key")) {
      throw Problem.invalid(
          "Idempotency-Key must be there once, with 1 to %d characters".formatted(LONGEST_KEY));
    }
    return key;
  }

  private static Told told(Call call, HttpServerRequest body) {
    return new Told(
        call.optional("source").orElse(""),
        call.optional("language").orElse(""),
        call.optional("model").orElse(""),
        "",
        Disposition.utf8(
            Optional.ofNullable(body.getHeader("Earshot-Metadata")).orElse("").strip()));
  }

  /** As one of the sources that the caller is bound to; of a single one nothing need be said. */
  private static Told bound(Caller caller, Told told) {
    if (caller.sources().isEmpty() || caller.sources().contains(told.source())) {
      return told;
    }
    if (told.source().isEmpty() && caller.sources().size() == 1) {
      return told.as(caller.sources().iterator().next());
    }
    throw Problem.forbidden("Name one of the sources for which the token was made");
  }

  /** As the address says, or {@code Content-Disposition}. */
  private static String name(Call call, HttpServerRequest body) {
    return call.optional("name")
        .or(
            () ->
                Optional.ofNullable(body.getHeader("Content-Disposition"))
                    .flatMap(value -> Disposition.ofHeader(value).fileName()))
        .map(UploadName::of)
        .orElseThrow(
            () ->
                Problem.invalid(
                    "The file's name is missing: add ?name=NAME or a Content-Disposition"));
  }

  /** As announced; 0 when it was not. */
  private static long length(HttpServerRequest request) {
    return StructuredFields.whole(request.headers(), "Content-Length").orElse(0);
  }

  private Reply show(Call call) {
    return Reply.ok(uploads.show(Resumable.own(uploads, call, true)));
  }
}
