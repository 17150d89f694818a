package io.earshot.console.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.access.audit.Alarms;
import io.earshot.console.access.audit.AuditEntry;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.List;

/** Answers what goes on, and with which settings. */
public final class OperationsSection implements Section {
  private static final int SHOWN_ALARMS = 20;

  private final OperationsView view;
  private final Alarms alarms;
  private final SettingsInForce settings;
  private final Audit audit;

  public OperationsSection(
      OperationsView view, Alarms alarms, SettingsInForce settings, Audit audit) {
    this.view = view;
    this.alarms = alarms;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getOperations", Right.OPERATE, call -> operations());
    api.on("getSettings", Right.OPERATE, this::settings);
  }

  private record Shown(@JsonUnwrapped Operations operations, List<AuditEntry> alarms) {}

  private Reply operations() {
    return Reply.ok(new Shown(view.now(), alarms.latest(SHOWN_ALARMS)));
  }

  private Reply settings(Call call) {
    audit.note(call.caller(), AuditAction.SETTINGS_SHOWN, "", "");
    return Reply.ok(settings);
  }
}
