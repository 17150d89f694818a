package io.earshot.console.testing;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Gate;
import io.earshot.console.access.Right;
import io.earshot.console.http.Problem;
import io.earshot.conversation.search.Scope;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Believes the header {@code Caller}, if it names somebody the test has let in. */
public final class TestingGate implements Gate {
  /** The header that says who calls. */
  public static final String HEADER = "Caller";

  private final Map<String, Caller> callers = new ConcurrentHashMap<>();

  /** Lets somebody in who may see all conversations. */
  public TestingGate admit(String name, Right... rights) {
    return admit(name, Scope.ALL, rights);
  }

  /** Lets somebody in. */
  public TestingGate admit(String name, Scope scope, Right... rights) {
    callers.put(name, new Caller(name, Set.of(rights), scope, false, "127.0.0.1"));
    return this;
  }

  /** Lets a program in that may hand conversations over as certain sources alone. */
  public TestingGate admitBound(String name, String... sources) {
    Set<Right> upload = Set.of(Right.UPLOAD);
    callers.put(name, new Caller(name, upload, Scope.ALL, false, "127.0.0.1", "", Set.of(sources)));
    return this;
  }

  /** Signs somebody out. */
  public void expel(String name) {
    callers.remove(name);
  }

  @Override
  public Caller identify(RoutingContext request) {
    return Optional.ofNullable(request.request().getHeader(HEADER))
        .map(callers::get)
        .orElseThrow(() -> Problem.unauthenticated("Nobody is signed in"));
  }
}
