package io.earshot.console.access;

import io.earshot.conversation.search.Scope;
import java.util.Set;

/**
 * Who sends a request: a signed-in user or a program with a token.
 *
 * @param name the user's, or {@code token:PROGRAM}
 * @param rights what the caller may do
 * @param scope which conversations the caller may see
 * @param agentOnly whether the caller is an agent without another role, who sees of comments those
 *     for coaching alone
 * @param address where the request came from, for the audit log
 * @param session the key of the session; empty for programs and for strangers
 * @param sources as which the caller may hand conversations over; empty for any
 */
public record Caller(
    String name,
    Set<Right> rights,
    Scope scope,
    boolean agentOnly,
    String address,
    String session,
    Set<String> sources) {
  private static final Scope NOTHING = new Scope(false, Set.of(), false, Set.of());

  public Caller {
    rights = Set.copyOf(rights);
    sources = Set.copyOf(sources);
  }

  /** A caller who is bound to no sources. */
  public Caller(
      String name,
      Set<Right> rights,
      Scope scope,
      boolean agentOnly,
      String address,
      String session) {
    this(name, rights, scope, agentOnly, address, session, Set.of());
  }

  /** A caller without a session. */
  public Caller(String name, Set<Right> rights, Scope scope, boolean agentOnly, String address) {
    this(name, rights, scope, agentOnly, address, "");
  }

  /** Somebody who is not signed in. */
  public static Caller stranger(String address) {
    return new Caller("", Set.of(), NOTHING, false, address);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }
}
