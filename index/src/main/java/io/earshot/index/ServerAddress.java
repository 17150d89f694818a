package io.earshot.index;

/**
 * Where an Elasticsearch answers and as whom.
 *
 * @param url such as {@code http://127.0.0.1:9200}
 * @param username empty when the server asks for none
 * @param password never shown by {@link #toString()}
 */
public record ServerAddress(String url, String username, String password) {
  @Override
  public String toString() {
    return "ServerAddress[%s, %s]".formatted(url, username);
  }
}
