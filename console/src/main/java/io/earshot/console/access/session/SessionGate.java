package io.earshot.console.access.session;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Gate;
import io.earshot.console.access.Secrets;
import io.earshot.console.access.token.Tokens;
import io.earshot.console.access.user.Account;
import io.earshot.console.access.user.Teams;
import io.earshot.console.access.user.Users;
import io.earshot.console.http.Problem;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** Lets in who is signed in, and programs with a token. */
public final class SessionGate implements Gate {
  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** What one may ask for before the first password is changed. */
  private static final String SESSION = "/session";

  private final Users users;
  private final Teams teams;
  private final Sessions sessions;
  private final Tokens tokens;
  private final SessionCookie cookie;
  private final ClientAddress addresses;

  public SessionGate(
      Users users,
      Teams teams,
      Sessions sessions,
      Tokens tokens,
      SessionCookie cookie,
      ClientAddress addresses) {
    this.users = users;
    this.teams = teams;
    this.sessions = sessions;
    this.tokens = tokens;
    this.cookie = cookie;
    this.addresses = addresses;
  }

  @Override
  public Caller identify(RoutingContext request) {
    String authorization = request.request().getHeader("Authorization");
    if (authorization != null) {
      return program(authorization, addresses.of(request.request()));
    }
    Session session =
        cookie
            .read(request)
            .flatMap(sessions::find)
            .orElseThrow(() -> Problem.unauthenticated("Nobody is signed in, or not any more"));
    requireToken(request, session);
    Account account =
        users
            .account(session.user())
            .filter(known -> known.user().enabled())
            .orElseThrow(() -> Problem.unauthenticated("The user can't sign in any more"));
    requireOwnPassword(request, account);
    if (sessions.used(session)) {
      users.seen(session.user());
    }
    return new Caller(
        account.user().name(),
        account.user().rights(),
        teams.scope(account.user()),
        account.user().isAgentOnly(),
        addresses.of(request.request()),
        session.key());
  }

  @Override
  public boolean stillAdmits(RoutingContext request) {
    if (request.request().getHeader("Authorization") != null) {
      return Gate.super.stillAdmits(request);
    }
    return cookie
        .read(request)
        .flatMap(sessions::find)
        .flatMap(session -> users.account(session.user()))
        .filter(account -> account.user().enabled())
        .isPresent();
  }

  /** The session's key if there is one, so that signing in again ends it. */
  @Override
  public Caller stranger(RoutingContext request) {
    Caller stranger = Caller.stranger(addresses.of(request.request()));
    Optional<Session> session = cookie.read(request).flatMap(sessions::find);
    return new Caller(
        stranger.name(),
        stranger.rights(),
        stranger.scope(),
        stranger.agentOnly(),
        stranger.address(),
        session.map(Session::key).orElse(""));
  }

  private Caller program(String authorization, String address) {
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Problem.unauthenticated("Send the token as 'Authorization: Bearer TOKEN'");
    }
    return tokens
        .use(authorization.substring(BEARER.length()).strip())
        .map(
            token ->
                new Caller(
                    token.callerName(),
                    Set.copyOf(token.rights()),
                    teams.scope(token.queues(), token.teams()),
                    false,
                    address,
                    "",
                    Set.copyOf(token.sources())))
        .orElseThrow(() -> Problem.unauthenticated("The token is unknown, or has ended"));
  }

  private static void requireToken(RoutingContext request, Session session) {
    String token = request.request().getHeader("X-CSRF-Token");
    if (!SAFE.contains(request.request().method())
        && (token == null || !Secrets.same(token, session.csrfToken()))) {
      throw Problem.forbidden("X-CSRF-Token is missing or wrong: take it from GET /session");
    }
  }

  private static void requireOwnPassword(RoutingContext request, Account account) {
    String path = request.currentRoute().getPath();
    if (account.mustChangePassword() && (path == null || !path.startsWith(SESSION))) {
      throw Problem.forbidden("Change the password first: PUT /session/password");
    }
  }
}
