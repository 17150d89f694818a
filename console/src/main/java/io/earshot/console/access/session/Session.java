package io.earshot.console.access.session;

import java.time.Instant;

/**
 * That somebody is signed in.
 *
 * @param key what is kept of the id in the cookie
 * @param user the name
 * @param csrfToken must come with every request that changes something
 */
record Session(String key, String user, String csrfToken, Instant createdAt, Instant seenAt) {

  @Override
  public String toString() {
    return "Session[%s]".formatted(user);
  }
}
