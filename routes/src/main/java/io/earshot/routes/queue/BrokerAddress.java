package io.earshot.routes.queue;

/**
 * How queues are reached.
 *
 * @param url an Artemis connection address such as {@code tcp://127.0.0.1:61616}
 * @param user may be empty
 * @param password secret, may be empty
 */
public record BrokerAddress(String url, String user, String password) {
  @Override
  public String toString() {
    return "BrokerAddress[%s]".formatted(url);
  }
}
