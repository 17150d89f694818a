package io.earshot.console;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Gate;
import io.earshot.console.access.audit.Alarms;
import io.earshot.console.access.audit.AuditLog;
import io.earshot.console.access.audit.AuditSection;
import io.earshot.console.access.oidc.OidcPages;
import io.earshot.console.access.oidc.OidcSettings;
import io.earshot.console.access.session.ClientAddress;
import io.earshot.console.access.session.SessionCookie;
import io.earshot.console.access.session.SessionGate;
import io.earshot.console.access.session.SessionSection;
import io.earshot.console.access.session.Sessions;
import io.earshot.console.access.session.SignIn;
import io.earshot.console.access.token.TokenSection;
import io.earshot.console.access.token.Tokens;
import io.earshot.console.access.user.Teams;
import io.earshot.console.access.user.UserSection;
import io.earshot.console.access.user.Users;
import io.earshot.console.contract.Contract;
import io.earshot.console.http.Api;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.console.page.ApiPage;
import io.earshot.console.page.Origins;
import io.earshot.console.page.Pages;
import io.earshot.console.page.SecurityHeaders;
import io.earshot.console.store.Chores;
import io.earshot.console.store.Store;
import io.earshot.conversation.EarshotException;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The console as a whole: its data, who may come in, and the sections that answer. Sections are
 * added, then it is mounted on an HTTP server that somebody else owns.
 */
public final class Console implements AutoCloseable {
  /** Before the routes that others put on the same server. */
  private static final int FIRST = -1_000;

  private static final long DAY_MS = Duration.ofDays(1).toMillis();

  private final Contract contract = Contract.load();
  private final ConsoleSettings settings;
  private final Listening listening;
  private final Store store;
  private final Clock clock;
  private final Users users;
  private final AuditLog audit;
  private final Gate gate;
  private final Api api;
  private final Optional<OidcPages> oidc;
  private final Optional<String> firstPassword;
  private final Chores chores = new Chores("console-daily");

  private Console(
      Store store, ConsoleSettings settings, Listening listening, String version, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.listening = listening;
    this.clock = clock;
    this.users = new Users(store, clock);
    this.audit = new AuditLog(store, settings.audit(), clock);
    Teams teams = new Teams(store);
    Tokens tokens = new Tokens(store, clock);
    Sessions sessions = new Sessions(store, settings.session(), clock);
    SessionCookie cookie = new SessionCookie(isSecure());
    SignIn signIn = new SignIn(users, sessions, cookie, audit);
    this.gate =
        new SessionGate(
            users, teams, sessions, tokens, cookie, new ClientAddress(settings.proxies()));
    this.api = new Api(contract, gate, audit);
    add(new SessionSection(users, signIn, sessions, cookie, settings.session(), audit, version));
    add(new UserSection(users, teams, audit, sessions::endAll));
    add(new TokenSection(tokens, audit));
    add(new AuditSection(audit));
    add(this::own);
    this.oidc =
        settings
            .oidc()
            .map(
                provider ->
                    new OidcPages(
                        provider, settings.publicUrl().orElseThrow(), users, signIn, gate, clock));
    this.firstPassword = users.makeFirst();
  }

  /**
   * Opens the console's data, and makes it at the first start.
   *
   * @param file where it is kept
   * @param version shown to people
   */
  public static Console open(
      Path file, ConsoleSettings settings, Listening listening, String version, Clock clock) {
    Console console = new Console(Store.open(file), settings, listening, version, clock);
    console.chores.every(DAY_MS, console.audit::inspect);
    return console;
  }

  /**
   * Gives a user a new password, without anybody being signed in: who may write the file is
   * believed. The service may run meanwhile.
   *
   * @return the password, to be shown once
   * @throws EarshotException of kind BAD_INPUT when there is no such user
   */
  public static String resetPassword(Path file, ConsoleSettings settings, String name) {
    try (Store store = Store.open(file)) {
      Clock clock = Clock.systemDefaultZone();
      Users users = new Users(store, clock);
      if (users.account(name).isEmpty()) {
        throw EarshotException.badInput("There is no user %s".formatted(name));
      }
      String password = users.resetPassword(name);
      new Sessions(store, settings.session(), clock).endAll(name);
      new AuditLog(store, settings.audit(), clock)
          .note(
              Caller.stranger("terminal"),
              AuditAction.PASSWORD_CHANGED,
              "",
              "new one for %s".formatted(name));
      return password;
    }
  }

  /** Where sections keep what is theirs. */
  public Store store() {
    return store;
  }

  /** Where sections note who did what. */
  public Audit audit() {
    return audit;
  }

  /** Who is let in, for what goes on longer than a request. */
  public Gate gate() {
    return gate;
  }

  /** Tells of people who open unusually much. */
  public Alarms alarms() {
    return audit;
  }

  /** What sections tell the time by. */
  public Clock clock() {
    return clock;
  }

  Users users() {
    return users;
  }

  /** Adds what answers further operations; before {@link #mount}. */
  public Console add(Section section) {
    section.register(api);
    return this;
  }

  /** The password of the administrator made at this start, to be shown once. */
  public Optional<String> firstPassword() {
    return firstPassword;
  }

  /** Makes the server answer with the console whatever it has no other routes for. */
  public void mount(Vertx vertx, Router router) {
    router.route().order(FIRST).handler(new SecurityHeaders(isSecure()));
    router
        .route()
        .order(FIRST + 1)
        .handler(new Origins(listening.loopback(), settings.publicUrl()));
    router.route(contract.root() + "/*").subRouter(api.router(vertx));
    router.get("/api").handler(new ApiPage(contract));
    router.route("/api/*").handler(request -> Api.fail(request, noSuchOperation()));
    oidc.ifPresent(pages -> pages.mount(router));
    router.get().handler(new Pages());
  }

  private static Problem noSuchOperation() {
    return Problem.notFound("There is no such operation; see /api");
  }

  private boolean isSecure() {
    return listening.secure()
        || settings.publicUrl().filter(url -> url.getScheme().equals("https")).isPresent();
  }

  private void own(Api operations) {
    String oidcName = settings.oidc().map(OidcSettings::name).orElse("");
    operations.onAny("getContract", call -> Reply.text("application/yaml", contract.text()));
    operations.onAny("getSignInWays", call -> Reply.ok(Map.of("password", true, "oidc", oidcName)));
  }

  @Override
  public void close() {
    chores.close();
    store.close();
  }
}
