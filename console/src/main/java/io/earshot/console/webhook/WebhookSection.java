package io.earshot.console.webhook;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;

/** Lets administrators say who is told of finished conversations. */
public final class WebhookSection implements Section {
  private final Webhooks webhooks;
  private final Audit audit;

  public WebhookSection(Webhooks webhooks, Audit audit) {
    this.webhooks = webhooks;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getWebhooks", Right.ADMINISTER, call -> Reply.ok(webhooks.all()));
    api.on("addWebhook", Right.ADMINISTER, this::add);
    api.on("deleteWebhook", Right.ADMINISTER, this::delete);
  }

  private record Wanted(String url) {}

  private Reply add(Call call) {
    Wanted wanted = call.body(Wanted.class);
    Webhooks.Added added = webhooks.add(wanted.url(), call.caller().name());
    audit.note(call.caller(), AuditAction.WEBHOOK_CHANGED, "", "added " + added.webhook().number());
    return Reply.created(added);
  }

  private Reply delete(Call call) {
    long number = call.whole("number");
    if (!webhooks.remove(number)) {
      throw Problem.notFound("There is no webhook %d".formatted(number));
    }
    audit.note(call.caller(), AuditAction.WEBHOOK_CHANGED, "", "removed " + number);
    return Reply.done();
  }
}
