package io.earshot.ingest.facts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Facts from several places; of two for the same attribute the first one holds. Bounded: what is
 * too long or too much is left out. For one thread.
 */
public final class Facts {
  private static final int MOST = 64;
  private static final int LONGEST_VALUE = 500;
  private static final Set<String> NO_ATTRIBUTES =
      Set.of(Fact.STARTED_AT, Fact.LANGUAGE, Fact.AGENT_TRACK);
  private static final Pattern INBOUND =
      Pattern.compile("(?i)in|inbound|incoming|exten|external|rg|q|queue|呼入|来电|來電|拨入|撥入");
  private static final Pattern OUTBOUND =
      Pattern.compile("(?i)out|outbound|outgoing|force|callback|呼出|外呼|去电|去電|拨出|撥出");

  private final Map<String, Fact> byName = new LinkedHashMap<>();

  /** Takes a fact unless its attribute is known already, or there is nothing in it. */
  public void offer(String name, String value, String origin) {
    String text = value.strip();
    if (!text.isEmpty() && text.length() <= LONGEST_VALUE && byName.size() < MOST) {
      String told = name.equals(Fact.DIRECTION) ? direction(text) : text;
      byName.putIfAbsent(name, new Fact(name, told, origin));
    }
  }

  /** Takes what others know and these do not. */
  public void offerAll(Facts others) {
    others.byName.values().forEach(fact -> byName.putIfAbsent(fact.name(), fact));
  }

  private static String direction(String text) {
    if (INBOUND.matcher(text).matches()) {
      return "inbound";
    }
    return OUTBOUND.matcher(text).matches() ? "outbound" : text.toLowerCase(Locale.ROOT);
  }

  /** All, in the order in which they were told. */
  public List<Fact> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Fact> fact(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What goes into the conversation's attributes. */
  public Map<String, String> attributes() {
    return byName.values().stream()
        .filter(fact -> !NO_ATTRIBUTES.contains(fact.name()))
        .collect(Collectors.toMap(Fact::name, Fact::value));
  }

  public Optional<Instant> startedAt() {
    return fact(Fact.STARTED_AT).map(fact -> Instant.parse(fact.value()));
  }

  public Optional<String> language() {
    return fact(Fact.LANGUAGE).map(Fact::value);
  }

  /** The agent's track, from 0; empty when it is not told, or no number or side. */
  public Optional<Integer> agentTrack() {
    return fact(Fact.AGENT_TRACK)
        .map(fact -> fact.value().toLowerCase(Locale.ROOT))
        .flatMap(
            text ->
                switch (text) {
                  case "0", "left", "l", "a" -> Optional.of(0);
                  case "1", "right", "r", "b" -> Optional.of(1);
                  default -> Optional.empty();
                });
  }
}
