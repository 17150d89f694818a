package io.earshot.console.upload;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.upload.UploadBook.Row;
import io.earshot.console.upload.Uploads.Sender;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ObjLongConsumer;

/**
 * Uploads that may break off and be gone on with, as draft-ietf-httpbis-resumable-upload has it.
 * Where both sides know it, nothing that was acknowledged is sent twice.
 */
final class ResumableSection {
  private static final String PARTIAL = "application/partial-upload";

  private final Uploads uploads;
  private final Receiver receiver;
  private final ObjLongConsumer<Caller> noted;

  /**
   * @param noted is told of each upload that is complete
   */
  ResumableSection(Uploads uploads, Receiver receiver, ObjLongConsumer<Caller> noted) {
    this.uploads = uploads;
    this.receiver = receiver;
    this.noted = noted;
  }

  void register(Api api) {
    api.on("getUploadLimits", Right.UPLOAD, call -> limits());
    api.on("getUploadOffset", Right.UPLOAD, this::offset);
    api.onStream("continueUpload", Right.UPLOAD, this::resume);
    api.on("deleteUpload", Right.UPLOAD, this::delete);
  }

  /** Whether the sender knows how to go on. */
  boolean isWanted(HttpServerRequest request) {
    return StructuredFields.flag(request.headers(), Resumable.COMPLETE).isPresent();
  }

  private Reply limits() {
    return Reply.done()
        .with("Accept-Patch", PARTIAL)
        .with(Resumable.LIMIT, uploads.limits().text());
  }

  /** Begins one; what comes of its body is kept from now on. */
  Reception begin(Caller caller, RoutingContext context, Sender sender, String name, Told told) {
    HttpServerRequest request = context.request();
    boolean last = StructuredFields.flag(request.headers(), Resumable.COMPLETE).orElseThrow();
    long length = length(request, -1, 0, last);
    uploads.begin(sender, told, Math.max(0, length));
    try {
      Row row = uploads.unfinished().begin(sender, name, told, length);
      if (last) {
        Interim.tell(context, Resumable.location(row.number()), limit(row));
      }
      Turns.Turn turn = uploads.unfinished().turn(row.number());
      return reception(caller, row, length, last, turn, sender, true);
    } catch (RuntimeException e) {
      uploads.end(sender);
      throw e;
    }
  }

  private Reception reception(
      Caller caller,
      Row row,
      long length,
      boolean last,
      Turns.Turn turn,
      Sender sender,
      boolean begun) {
    return new AppendReception(
        uploads,
        row,
        length,
        last,
        turn,
        () -> uploads.end(sender),
        (after, complete) -> complete ? completed(caller, after) : stored(after, begun));
  }

  private static Problem gone(Row row) {
    return Problem.notFound("There is no upload %d".formatted(row.number()));
  }

  private Reply completed(Caller caller, Row row) {
    noted.accept(caller, row.number());
    return Resumable.located(Reply.accepted(uploads.show(row)), row.number())
        .with(Resumable.COMPLETE, Resumable.flag(true))
        .with(Resumable.OFFSET, String.valueOf(row.bytes()));
  }

  private Reply stored(Row row, boolean begun) {
    Reply reply = begun ? Reply.created(uploads.show(row)) : Reply.done();
    return Resumable.located(reply, row.number())
        .with(Resumable.COMPLETE, Resumable.flag(false))
        .with(Resumable.OFFSET, String.valueOf(row.bytes()))
        .with(Resumable.LIMIT, limit(row));
  }

  /** The answer to a request that was answered before, or should have been. */
  Reply again(Row row) {
    return row.arriving()
        ? stored(row, true)
        : Resumable.located(Reply.accepted(uploads.show(row)), row.number());
  }

  private Reply offset(Call call) {
    Row row = Resumable.own(uploads, call, false);
    if (row.arriving()) {
      uploads.unfinished().turn(row.number()).close();
      row = Resumable.own(uploads, call, false);
    }
    Reply reply =
        Reply.done()
            .with(Resumable.COMPLETE, Resumable.flag(!row.arriving()))
            .with(Resumable.OFFSET, String.valueOf(row.bytes()))
            .with(Resumable.LIMIT, limit(row));
    return row.length() < 0 ? reply : reply.with(Resumable.LENGTH, String.valueOf(row.length()));
  }

  private String limit(Row row) {
    long left = uploads.unfinished().left(row).toSeconds();
    String size = uploads.limits().text();
    return row.arriving() ? "%s, max-age=%d".formatted(size, left) : size;
  }

  private void resume(Call call, RoutingContext request) {
    receiver.receive(request, () -> resume(call, request.request()));
  }

  private Reception resume(Call call, HttpServerRequest request) {
    Row row = Resumable.own(uploads, call, false);
    String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
    if (!type.strip().toLowerCase(Locale.ROOT).equals(PARTIAL)) {
      throw Problem.unsupportedType("Send the rest as " + PARTIAL)
          .withHeader("Accept-Patch", PARTIAL);
    }
    boolean last =
        StructuredFields.flag(request.headers(), Resumable.COMPLETE)
            .orElseThrow(() -> Problem.invalid("Upload-Complete must be ?0 or ?1"));
    OptionalLong offset = StructuredFields.whole(request.headers(), Resumable.OFFSET);
    if (offset.isEmpty()) {
      throw Problem.invalid("Upload-Offset must be a number of bytes");
    }
    if (!row.arriving()) {
      throw Problem.completed();
    }
    Sender sender = new Sender(call.caller().name(), "");
    uploads.begin(sender, Told.NOTHING, 0);
    try {
      return appendAt(call.caller(), row, offset.getAsLong(), last, sender, request);
    } catch (RuntimeException e) {
      uploads.end(sender);
      throw e;
    }
  }

  /** Whoever was at it is ended first, so that the offset does not move any more. */
  private Reception appendAt(
      Caller caller, Row row, long offset, boolean last, Sender sender, HttpServerRequest request) {
    Turns.Turn turn = uploads.unfinished().turn(row.number());
    try {
      Row now = uploads.find(row.number()).orElseThrow(() -> gone(row));
      if (!now.arriving()) {
        throw Problem.completed();
      }
      if (now.bytes() != offset) {
        throw Problem.offset(now.bytes(), offset);
      }
      long length = length(request, now.length(), offset, last);
      uploads.limits().grows(offset, Math.max(0, length - offset));
      return reception(caller, now, length, last, turn, sender, false);
    } catch (RuntimeException e) {
      turn.close();
      throw e;
    }
  }

  /**
   * The length of the whole, as far as it is told now or was before; -1 when it is not.
   *
   * @throws Problem when what is told does not agree
   */
  private static long length(HttpServerRequest request, long known, long offset, boolean last) {
    OptionalLong told = StructuredFields.whole(request.headers(), Resumable.LENGTH);
    OptionalLong body = StructuredFields.whole(request.headers(), "Content-Length");
    long length = known;
    if (told.isPresent()) {
      length = agreed(length, told.getAsLong());
    }
    if (last && body.isPresent()) {
      length = agreed(length, offset + body.getAsLong());
    }
    if (length >= 0 && offset + body.orElse(0) > length) {
      throw Problem.length("%d bytes were announced, and this would be more".formatted(length));
    }
    return length;
  }

  private static long agreed(long known, long told) {
    if (known >= 0 && known != told) {
      throw Problem.length("%d bytes were announced before, now %d".formatted(known, told));
    }
    return told;
  }

  private Reply delete(Call call) {
    Row row = Resumable.own(uploads, call, false);
    if (!row.arriving()) {
      throw Problem.conflict("The upload is complete; conversations are erased by 'forget'");
    }
    try (Turns.Turn turn = uploads.unfinished().turn(row.number())) {
      Row now = Resumable.own(uploads, call, false);
      if (!now.arriving()) {
        throw Problem.conflict("The upload was completed meanwhile");
      }
      uploads.unfinished().remove(now);
    }
    return Reply.done();
  }
}
