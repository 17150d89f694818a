package io.earshot.routes.service;

import io.earshot.conversation.CheckResult;
import io.earshot.ingest.vault.ConversationJson;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** {@code GET /health}: 200 when every part can do its work, else 503; the parts as JSON. */
final class HealthRoute extends RouteBuilder {
  private static final int OK = 200;
  private static final int SERVICE_UNAVAILABLE = 503;

  private final Supplier<List<CheckResult>> checks;

  HealthRoute(Supplier<List<CheckResult>> checks) {
    this.checks = checks;
  }

  @Override
  public void configure() {
    from("platform-http:/health?httpMethodRestrict=GET").routeId("health").process(this::answer);
  }

  private void answer(Exchange exchange) throws com.fasterxml.jackson.core.JsonProcessingException {
    List<CheckResult> parts = checks.get();
    boolean ok = parts.stream().allMatch(CheckResult::ok);
    String body =
        ConversationJson.mapper()
            .writeValueAsString(Map.of("status", ok ? "up" : "degraded", "parts", parts));
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, ok ? OK : SERVICE_UNAVAILABLE);
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange.getMessage().setHeader("Cache-Control", "no-store");
    exchange.getMessage().setBody(body);
  }
}
