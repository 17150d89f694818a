package io.earshot.console.webhook;

import io.earshot.conversation.EarshotException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where webhooks may lead: to {@code https}, and to {@code http} on this machine or on hosts that
 * the settings name; never to link-local addresses, under which clouds hand out their secrets. The
 * host is looked up for each message, and the message goes to just the address that was judged, so
 * that a name can't turn elsewhere in between.
 */
final class Destination {
  /** Metadata services that are not link-local. */
  private static final Set<String> METADATA =
      Set.of("100.100.100.200", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

  private static final int IPV6_BYTES = 16;

  private final List<String> plainHosts;
  private final Resolver resolver;

  /** Looks hosts up. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  Destination(List<String> plainHosts, Resolver resolver) {
    this.plainHosts = plainHosts;
    this.resolver = resolver;
  }

  /**
   * The address to send to.
   *
   * @throws EarshotException of kind BAD_INPUT when the webhook may not lead there, UNAVAILABLE
   *     when the host is not known at the moment
   */
  InetAddress address(String url) {
    URI uri = parse(url);
    String host = host(uri);
    List<InetAddress> addresses = addresses(host);
    boolean plain = uri.getScheme().equalsIgnoreCase("http");
    boolean anyMay = !plain || plainHosts.contains(host.toLowerCase(Locale.ROOT));
    for (InetAddress address : addresses) {
      if (isForbidden(address)) {
        throw EarshotException.badInput(
            "%s leads to %s, where no webhook may lead".formatted(host, address.getHostAddress()));
      }
      if (!anyMay && !address.isLoopbackAddress()) {
        throw EarshotException.badInput(
            "%s is not this machine: use https, or name the host in webhooks.plain_hosts"
                .formatted(host));
      }
    }
    return addresses.get(0);
  }

  static URI parse(String url) {
    try {
      URI uri = new URI(url);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || isTls(uri);
      if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
        throw notOurs();
      }
      return uri;
    } catch (URISyntaxException e) {
      throw notOurs();
    }
  }

  static boolean isTls(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Without the brackets of an IPv6 address. */
  static String host(URI uri) {
    return uri.getHost().replaceAll("^\\[|]$", "");
  }

  private static EarshotException notOurs() {
    return EarshotException.badInput(
        "The address must be https://HOST/..., without user name and without #");
  }

  private List<InetAddress> addresses(String host) {
    try {
      return List.of(resolver.addresses(host));
    } catch (UnknownHostException e) {
      throw EarshotException.unavailable("%s is not known here".formatted(host), e);
    }
  }

  private static boolean isForbidden(InetAddress address) {
    return address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || METADATA.contains(address.getHostAddress())
        || isTranslated(address.getAddress());
  }

  /** IPv6 addresses behind which an IPv4 address hides: NAT64 and 6to4. */
  private static boolean isTranslated(byte[] bytes) {
    return bytes.length == IPV6_BYTES
        && ((bytes[0] == 0x20 && bytes[1] == 0x02)
            || (bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xff));
  }
}
