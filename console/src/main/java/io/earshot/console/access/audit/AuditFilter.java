package io.earshot.console.access.audit;

import io.earshot.console.http.Call;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which entries are asked for; every condition that is there must hold. */
record AuditFilter(List<String> conditions, List<Object> values) {

  static AuditFilter of(Call call) {
    AuditFilter filter = new AuditFilter(new ArrayList<>(), new ArrayList<>());
    call.optional("user").ifPresent(user -> filter.and("user = ? COLLATE NOCASE", user));
    call.optional("action").ifPresent(action -> filter.and("action = ?", action));
    call.optional("conversation").ifPresent(id -> filter.and("conversation = ?", id));
    if (call.optional("from").isPresent()) {
      filter.and("at >= ?", call.time("from", Instant.EPOCH).toEpochMilli());
    }
    if (call.optional("to").isPresent()) {
      filter.and("at < ?", call.time("to", Instant.EPOCH).toEpochMilli());
    }
    return filter;
  }

  private void and(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
  }

  String where() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
