package io.earshot.ingest.facts;

/**
 * One thing that is known of a conversation.
 *
 * @param name of the attribute, such as {@code agent}
 * @param value as it stood there
 * @param origin for people: which pattern, file or row says so
 */
public record Fact(String name, String value, String origin) {
  /** When it began, as an instant in ISO 8601. */
  public static final String STARTED_AT = "started_at";

  public static final String LANGUAGE = "language";

  /** Which track is the agent's, from 0. */
  public static final String AGENT_TRACK = "agent_track";

  public static final String DIRECTION = "direction";

  @Override
  public String toString() {
    return "Fact[%s from %s]".formatted(name, origin);
  }
}
