package io.earshot.console.access.audit;

import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.List;

/** The audit log, for those who administer. */
public final class AuditSection implements Section {
  private final AuditLog log;

  public AuditSection(AuditLog log) {
    this.log = log;
  }

  private record Page(long total, List<AuditEntry> entries) {}

  @Override
  public void register(Api api) {
    api.on("getAudit", Right.ADMINISTER, this::page);
  }

  private Reply page(Call call) {
    AuditFilter filter = AuditFilter.of(call);
    return Reply.ok(
        new Page(log.count(filter), log.page(filter, call.whole("offset"), call.whole("limit"))));
  }
}
