package io.earshot.conversation.search;

import java.util.Set;

/**
 * Which conversations somebody may see: those of certain agents in certain queues.
 *
 * @param everyAgent whether {@code agents} does not matter
 * @param agents whose conversations; none when empty
 * @param everyQueue whether {@code queues} does not matter
 * @param queues of which; none when empty
 */
public record Scope(
    boolean everyAgent, Set<String> agents, boolean everyQueue, Set<String> queues) {

  /** All conversations. */
  public static final Scope ALL = new Scope(true, Set.of(), true, Set.of());

  public Scope {
    agents = Set.copyOf(agents);
    queues = Set.copyOf(queues);
  }

  /** Whether a conversation lies within; empty texts stand for facts that are not known. */
  public boolean covers(String agent, String queue) {
    return (everyAgent || agents.contains(agent)) && (everyQueue || queues.contains(queue));
  }
}
