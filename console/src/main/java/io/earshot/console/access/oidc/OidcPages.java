package io.earshot.console.access.oidc;

import io.earshot.console.access.Caller;
import io.earshot.console.access.Gate;
import io.earshot.console.access.session.SignIn;
import io.earshot.console.access.user.Account;
import io.earshot.console.access.user.User;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.access.user.Users;
import io.earshot.console.http.Problem;
import io.earshot.conversation.EarshotException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two addresses of a sign-in with a provider: {@code /sign-in/oidc} sends the browser there,
 * {@code /sign-in/oidc/callback} is where it comes back. Whatever goes wrong ends at the sign-in
 * screen with a word about it; the cause is in the log or the audit log.
 */
public final class OidcPages {
  private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);
  private static final String BEGIN = "/sign-in/oidc";
  private static final String CALLBACK = "/sign-in/oidc/callback";
  private static final String COOKIE = "earshot_sign_in";

  private final PendingSignIns pending;
  private final Provider provider;
  private final IdTokens tokens;
  private final Users users;
  private final SignIn signIn;
  private final Gate gate;
  private final URI publicUrl;

  public OidcPages(
      OidcSettings settings, URI publicUrl, Users users, SignIn signIn, Gate gate, Clock clock) {
    this.provider = new Provider(settings);
    this.tokens = new IdTokens(provider);
    this.pending = new PendingSignIns(clock);
    this.publicUrl = publicUrl;
    this.users = users;
    this.signIn = signIn;
    this.gate = gate;
  }

  public void mount(Router router) {
    router.get(BEGIN).handler(request -> blocking(request, this::begin));
    router.get(CALLBACK).handler(request -> blocking(request, this::finish));
  }

  private void blocking(RoutingContext request, Consumer<RoutingContext> work) {
    request
        .vertx()
        .executeBlocking(
            () -> {
              work.accept(request);
              return null;
            },
            false)
        .onFailure(failure -> refuse(request, failure));
  }

  private void begin(RoutingContext request) {
    PendingSignIns.PendingSignIn begun = pending.begin(page(request.queryParams().get("to")));
    URI there =
        provider.authorization(
            Map.of(
                "response_type", "code",
                "client_id", provider.settings().clientId(),
                "redirect_uri", redirect(),
                "scope", "openid profile email",
                "state", begun.state(),
                "nonce", begun.nonce(),
                "code_challenge", challenge(begun.verifier()),
                "code_challenge_method", "S256"));
    request.response().putHeader("Set-Cookie", cookie(begun.browser()).encode());
    go(request, there.toString());
  }

  private void finish(RoutingContext request) {
    Cookie browser = request.request().getCookie(COOKIE);
    String state = request.queryParams().get("state");
    String code = request.queryParams().get("code");
    if (browser == null || state == null || code == null) {
      throw Problem.unauthenticated("The provider did not let anybody in");
    }
    PendingSignIns.PendingSignIn begun =
        pending
            .finish(state, browser.getValue())
            .orElseThrow(
                () -> Problem.unauthenticated("This sign-in was not begun here, or long ago"));
    Identity identity =
        tokens.read(provider.idToken(code, begun.verifier(), redirect()), begun.nonce());
    Caller stranger = gate.stranger(request);
    String session = signIn.beginWithCookie(user(identity, stranger), stranger, "provider");
    request
        .response()
        .headers()
        .add("Set-Cookie", cookie("").setMaxAge(0).encode())
        .add("Set-Cookie", session);
    go(request, begun.to());
  }

  /** The user's name here; made at the first sign-in, with the provider's roles at each. */
  private String user(Identity identity, Caller stranger) {
    if (identity.roles().isEmpty()) {
      signIn.refuse("", stranger, "the provider gives no role that is known here");
      throw Problem.forbidden("No role");
    }
    String subject = "%s %s".formatted(provider.settings().issuer(), identity.subject());
    if (users.ofSubject(subject).isEmpty()) {
      UserRights first =
          new UserRights(
              identity.displayName(),
              identity.roles(),
              identity.name(),
              List.of(),
              List.of(),
              false,
              true);
      users.addOf(subject, name(identity), first);
    }
    Account account = users.ofSubject(subject).orElseThrow();
    User user = account.user();
    if (!user.enabled()) {
      signIn.refuse(user.name(), stranger, "disabled");
      throw Problem.forbidden("Disabled");
    }
    users.change(user.name(), withRolesOf(identity, user));
    return user.name();
  }

  private static UserRights withRolesOf(Identity identity, User user) {
    return new UserRights(
        identity.displayName(),
        identity.roles(),
        user.agent(),
        user.queues(),
        user.teams(),
        user.mayReveal(),
        user.enabled());
  }

  /** What the contract allows in a name. */
  private static String name(Identity identity) {
    String plain = identity.name().replaceAll("[^\\p{L}\\p{N}._@-]", "_");
    return plain.substring(0, Math.min(plain.length(), 64));
  }

  private void refuse(RoutingContext request, Throwable failure) {
    boolean known = failure instanceof Problem || failure instanceof EarshotException;
    if (known) {
      LOG.warn("Signing in with the provider failed: {}", failure.getMessage());
    } else {
      LOG.error("Signing in with the provider failed", failure);
    }
    boolean role = failure instanceof Problem problem && problem.status() == 403;
    go(request, "/?sign_in=" + (role ? "refused" : "failed"));
  }

  private static void go(RoutingContext request, String place) {
    request
        .response()
        .setStatusCode(303)
        .putHeader("Location", place)
        .putHeader("Cache-Control", "no-store")
        .end();
  }

  /** A page of ours; anything else is the first one. */
  private static String page(String to) {
    return to != null && to.matches("/(?![/\\\\])[^\\r\\n]*") ? to : "/";
  }

  private String redirect() {
    return publicUrl + CALLBACK;
  }

  /** Lax, for the browser comes back from another site. */
  private Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath(BEGIN)
        .setHttpOnly(true)
        .setSecure("https".equals(publicUrl.getScheme()))
        .setSameSite(CookieSameSite.LAX);
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
