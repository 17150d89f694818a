package io.earshot.console.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.contract.Contract;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The contract as a page to read: every operation with what it takes and answers. */
public final class ApiPage implements Handler<RoutingContext> {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete");
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Earshot API</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style nonce="__NONCE__">
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      code { font-family: ui-monospace, monospace; }
      details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .4rem 0; }
      summary { cursor: pointer; }
      pre { overflow-x: auto; padding: .75rem; background: color-mix(in srgb, currentColor 7%, transparent); }
      .method { display: inline-block; min-width: 4.5rem; font-weight: 600; }
      </style></head><body>
      """;

  private final String html;

  public ApiPage(Contract contract) {
    this.html = page(contract.document(), contract.root());
  }

  @Override
  public void handle(RoutingContext request) {
    request
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(html.replace("__NONCE__", SecurityHeaders.nonce(request)));
  }

  private static String page(JsonNode document, String root) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("<h1>%s</h1>".formatted(escape(document.at("/info/title").asText() + " API")));
    page.append("<p>%s</p>".formatted(escape(document.at("/info/description").asText())));
    page.append("<p><a href=\"%s/openapi.yaml\">openapi.yaml</a></p>".formatted(root));
    for (JsonNode tag : document.get("tags")) {
      String name = tag.get("name").asText();
      page.append("<h2>%s</h2>".formatted(escape(tag.get("description").asText())));
      each(document.get("paths"), (path, item) -> operations(page, root, path, item, name));
    }
    page.append("<h2>Schemas</h2>");
    each(
        document.at("/components/schemas"),
        (name, schema) -> section(page, "<code>%s</code>".formatted(escape(name)), schema));
    return page.append("</body></html>").toString();
  }

  private static void operations(
      StringBuilder page, String root, String path, JsonNode item, String tag) {
    for (String method : METHODS) {
      JsonNode operation = item.path(method);
      if (operation.path("tags").path(0).asText().equals(tag)) {
        String heading =
            "<span class=\"method\">%s</span><code>%s</code> %s"
                .formatted(
                    method.toUpperCase(java.util.Locale.ROOT),
                    escape(root + path),
                    escape(operation.path("summary").asText()));
        section(page, heading, operation);
      }
    }
  }

  private static void section(StringBuilder page, String heading, JsonNode detail) {
    page.append("<details><summary>%s</summary><pre>".formatted(heading));
    page.append(escape(detail.toPrettyString())).append("</pre></details>");
  }

  @FunctionalInterface
  private interface Field {
    void see(String name, JsonNode value);
  }

  private static void each(JsonNode object, Field field) {
    Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
    fields.forEachRemaining(entry -> field.see(entry.getKey(), entry.getValue()));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
