package io.earshot.console.page;

import io.earshot.console.http.Gzip;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pages that the build put beside the code. Every address that is neither a file nor the API's
 * is a state of the one page, so that links into it work. Files are read once and kept.
 */
public final class Pages implements Handler<RoutingContext> {
  private static final String FOLDER = "/web/";
  private static final String INDEX = "index.html";

  /** Stands in index.html where styles made while the page runs take their nonce from. */
  private static final String NONCE = "__NONCE__";

  /** The build names these by their content: an address never changes what it answers. */
  private static final String HASHED = "assets/";

  private static final String NOT_BUILT =
      """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Earshot</title>
      <h1>The pages are not built</h1>
      <p>Install Node.js 20 or later and build again: <code>./earshot --build</code> or
      <code>mvn package</code>. The API works without them: <a href="/api">/api</a>.</p>
      </html>
      """;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*");

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();

  @Override
  public void handle(RoutingContext request) {
    String name = request.normalizedPath().substring(1);
    if (name.isEmpty() || name.equals(INDEX) || !isFile(name)) {
      index(request);
      return;
    }
    asset(name).ifPresentOrElse(asset -> file(request, name, asset), () -> missing(request));
  }

  private static boolean isFile(String name) {
    return name.startsWith(HASHED) || name.substring(name.lastIndexOf('/') + 1).contains(".");
  }

  private Optional<Asset> asset(String name) {
    if (!NAME.matcher(name).matches() || name.contains("..") || name.endsWith("/")) {
      return Optional.empty();
    }
    Optional<Asset> known = Optional.ofNullable(assets.get(name));
    if (known.isEmpty()) {
      known = read(name);
      // Names that do not exist are not remembered: there is no end to them.
      known.ifPresent(asset -> assets.put(name, asset));
    }
    return known;
  }

  private static Optional<Asset> read(String name) {
    try (InputStream stream = Pages.class.getResourceAsStream(FOLDER + name)) {
      return stream == null ? Optional.empty() : Optional.of(Asset.of(name, stream.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading %s from the jar failed".formatted(name), e);
    }
  }

  private void index(RoutingContext request) {
    String html =
        asset(INDEX)
            .map(asset -> new String(asset.plain(), StandardCharsets.UTF_8))
            .orElse(NOT_BUILT);
    request
        .response()
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .end(html.replace(NONCE, SecurityHeaders.nonce(request)));
  }

  private static void file(RoutingContext request, String name, Asset asset) {
    HttpServerResponse response = request.response();
    response
        .putHeader("ETag", asset.tag())
        .putHeader("Vary", "Accept-Encoding")
        .putHeader(
            "Cache-Control",
            name.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache");
    if (asset.tag().equals(request.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", asset.type());
    if (asset.packed() != null && Gzip.isAccepted(request.request())) {
      response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(asset.packed()));
    } else {
      response.end(Buffer.buffer(asset.plain()));
    }
  }

  private static void missing(RoutingContext request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end("There is no such file");
  }
}
