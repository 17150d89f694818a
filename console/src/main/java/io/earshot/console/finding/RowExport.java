package io.earshot.console.finding;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Disposition;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Streaming;
import io.earshot.conversation.search.Selection;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Semaphore;

/** Sends all rows of a search as they are read, however many there are. */
final class RowExport implements Streaming {
  /** Each takes a worker thread for as long as the reader takes. */
  private static final int AT_ONCE = 4;

  private static final long RETRY_SECONDS = 30;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ConversationSearch search;
  private final Audit audit;
  private final Clock clock;

  RowExport(ConversationSearch search, Audit audit, Clock clock) {
    this.search = search;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void answer(Call call, RoutingContext request) {
    if (!places.tryAcquire()) {
      Api.fail(
          request, Problem.tooMany("%d exports are running".formatted(AT_ONCE), RETRY_SECONDS));
      return;
    }
    request
        .vertx()
        .executeBlocking(() -> send(call, request), false)
        .onComplete(done -> places.release())
        .onFailure(failure -> Api.fail(request, failure));
  }

  /** A failure before the first piece went out is answered as a problem; later it breaks off. */
  private Void send(Call call, RoutingContext request) {
    Selection selection = SelectionParameters.selection(call);
    audit.note(call.caller(), AuditAction.EXPORT, "", SelectionParameters.trace(selection));
    request
        .response()
        .putHeader("Content-Type", "text/csv; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Disposition", Disposition.attachment(name()));
    Outflow out = new Outflow(request.response());
    out.write(Csv.BYTE_ORDER_MARK + Csv.head());
    search.each(selection, row -> out.write(Csv.line(row)));
    out.finish();
    return null;
  }

  private String name() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return "conversations-%s.csv".formatted(today);
  }
}
