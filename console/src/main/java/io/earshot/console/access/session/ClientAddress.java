package io.earshot.console.access.session;

import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a request comes from: the other end of the connection or, where that is a proxy of one's
 * own, whom the proxy names. What stands further left was written by the client, who may write
 * anything.
 */
public final class ClientAddress {
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Set<String> proxies;

  /** Believes these addresses, and no other, when they name somebody else. */
  public ClientAddress(Set<String> proxies) {
    this.proxies = Set.copyOf(proxies);
  }

  String of(HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    String named = String.join(",", request.headers().getAll("X-Forwarded-For"));
    String[] hops = COMMA.split(named.strip());
    for (int hop = hops.length - 1; hop >= 0 && proxies.contains(address); hop--) {
      if (!LITERAL.matcher(hops[hop]).matches()) {
        break;
      }
      address = hops[hop];
    }
    return address;
  }
}
