package io.earshot.routes.download;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An address of the web: {@code http} or {@code https}, and nothing that leads elsewhere. */
public record WebAddress(URI uri) {
  private static final int MOST_REDIRECTS = 5;

  /** Whether a text looks like an address at all, rather than like a name or a path. */
  public static boolean isOne(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]+://.*");
  }

  /**
   * Reads an address.
   *
   * @throws EarshotException of kind MISCONFIGURED when it is none of the web
   */
  public static WebAddress of(String text) {
    return parsed(text)
        .filter(uri -> uri.getHost() != null && isWeb(uri))
        .map(WebAddress::new)
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "'%s' is no address of the web: it must begin with http:// or https://"
                        .formatted(text)));
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("http") || scheme.equals("https");
  }

  /** The last part of its path; empty when there is none. */
  public String fileName() {
    String path = String.valueOf(uri.getPath());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Asks for what lies there and follows redirects, which stay on the web and never give up
   * encryption. The caller ends the connection.
   *
   * @param timeout longest wait for a connection and for each answer
   * @throws EarshotException of kind BAD_INPUT when a redirect leads where it must not
   */
  HttpURLConnection get(Map<String, String> headers, Duration timeout) throws IOException {
    WebAddress at = this;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpURLConnection connection = at.open(headers, timeout);
      String location = connection.getHeaderField("Location");
      if (connection.getResponseCode() / 100 != 3 || location == null) {
        return connection;
      }
      connection.disconnect();
      at = at.redirected(location);
    }
    throw EarshotException.badInput("%s redirects without end".formatted(this));
  }

  private HttpURLConnection open(Map<String, String> headers, Duration timeout) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout((int) timeout.toMillis());
    connection.setReadTimeout((int) timeout.toMillis());
    connection.setUseCaches(false);
    connection.setRequestProperty("User-Agent", "earshot");
    connection.setRequestProperty("Accept-Encoding", "identity");
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  private WebAddress redirected(String location) {
    WebAddress next;
    try {
      next = of(uri.resolve(new URI(location)).toString());
    } catch (URISyntaxException | EarshotException e) {
      throw EarshotException.badInput(
          "%s redirects to what is no address of the web, which is refused".formatted(this), e);
    }
    if (uri.getScheme().equalsIgnoreCase("https")
        && !next.uri.getScheme().equalsIgnoreCase("https")) {
      throw EarshotException.badInput("%s redirects to plain http".formatted(this));
    }
    return next;
  }

  /**
   * All of what lies there, when it is small.
   *
   * @param most bytes that it may have
   * @throws EarshotException of kind UNAVAILABLE when it can't be had, BAD_INPUT when it is larger
   */
  public byte[] read(int most, Duration timeout) {
    try {
      HttpURLConnection connection = get(Map.of(), timeout);
      try {
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
          throw new IOException("it answers %d".formatted(connection.getResponseCode()));
        }
        byte[] content = connection.getInputStream().readNBytes(most + 1);
        if (content.length > most) {
          throw EarshotException.badInput("%s is larger than %d bytes".formatted(this, most));
        }
        return content;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** That an address does not give what it should. */
  EarshotException unavailable(IOException cause) {
    String why =
        cause instanceof UnknownHostException
            ? "the host is not known: this machine may be offline"
            : String.valueOf(cause.getMessage());
    return EarshotException.unavailable("%s can't be had (%s)".formatted(this, why), cause);
  }

  /** Without what may be a password. */
  @Override
  public String toString() {
    return "%s://%s%s%s"
        .formatted(
            uri.getScheme(),
            uri.getHost(),
            uri.getPort() < 0 ? "" : ":" + uri.getPort(),
            uri.getRawPath());
  }
}
