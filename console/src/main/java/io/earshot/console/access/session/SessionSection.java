package io.earshot.console.access.session;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.access.user.Account;
import io.earshot.console.access.user.User;
import io.earshot.console.access.user.Users;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Json;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.Optional;
import java.util.Set;

/** Signing in and out, the own password, and the own settings of the console. */
public final class SessionSection implements Section {
  private final Users users;
  private final SignIn signIn;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final SessionSettings settings;
  private final Attempts attempts;
  private final Audit audit;
  private final String version;

  public SessionSection(
      Users users,
      SignIn signIn,
      Sessions sessions,
      SessionCookie cookie,
      SessionSettings settings,
      Audit audit,
      String version) {
    this.users = users;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookie = cookie;
    this.settings = settings;
    this.attempts = new Attempts(settings, sessions.clock());
    this.audit = audit;
    this.version = version;
  }

  /** What the contract calls a session. */
  private record Shown(
      User user,
      String csrfToken,
      Set<Right> rights,
      boolean mustChangePassword,
      @JsonRawValue String preferences,
      String version,
      long idleMinutes) {}

  private record Credentials(String name, String password) {}

  private record NewPassword(String current, String password) {}

  @Override
  public void register(Api api) {
    api.onAny("getSession", call -> Reply.ok(shown(session(call))));
    api.onAny("signIn", this::signIn);
    api.onAny("signOut", this::signOut);
    api.onAny("changePassword", this::changePassword);
    api.onAny("setPreferences", this::setPreferences);
  }

  private Session session(Call call) {
    if (call.caller().session().isEmpty()) {
      throw Problem.forbidden("A program with a token has no session");
    }
    return sessions
        .ofKey(call.caller().session())
        .orElseThrow(() -> Problem.unauthenticated("The session has just ended"));
  }

  private Shown shown(Session session) {
    Account account = users.require(session.user());
    return new Shown(
        account.user(),
        session.csrfToken(),
        account.user().rights(),
        account.mustChangePassword(),
        account.preferences(),
        version,
        settings.idle().toMinutes());
  }

  private Reply signIn(Call call) {
    Credentials credentials = call.body(Credentials.class);
    String address = call.caller().address();
    attempts.begin(credentials.name(), address);
    Optional<Account> account = users.account(credentials.name());
    boolean fits = users.isPassword(account, credentials.password());
    if (!fits || !account.orElseThrow().user().enabled()) {
      // A name that nobody has may be a password typed into the wrong field: it is not noted.
      signIn.refuse(
          account.map(Account::user).map(User::name).orElse(""),
          call.caller(),
          account.isEmpty() ? "unknown name" : "wrong password, or disabled");
      throw Problem.unauthenticated("Name or password is wrong");
    }
    attempts.succeeded(credentials.name(), address);
    String id = signIn.begin(account.orElseThrow().user().name(), call.caller(), "password");
    return Reply.ok(shown(sessions.find(id).orElseThrow())).with("Set-Cookie", cookie.set(id));
  }

  private Reply signOut(Call call) {
    Session session = session(call);
    sessions.end(session.key());
    audit.note(call.caller(), AuditAction.SIGN_OUT, "", "");
    return Reply.done().with("Set-Cookie", cookie.clear()).with("Clear-Site-Data", "\"storage\"");
  }

  private Reply changePassword(Call call) {
    Session session = session(call);
    NewPassword wanted = call.body(NewPassword.class);
    String address = call.caller().address();
    attempts.begin(session.user(), address);
    if (!users.isPassword(users.account(session.user()), wanted.current())) {
      signIn.refuse(session.user(), call.caller(), "wrong password, to change it");
      throw Problem.invalid("The current password is wrong");
    }
    attempts.succeeded(session.user(), address);
    if (wanted.current().equals(wanted.password())) {
      throw Problem.invalid("The new password is the old one");
    }
    users.setPassword(session.user(), wanted.password());
    sessions.endOthers(session.user(), session.key());
    audit.note(call.caller(), AuditAction.PASSWORD_CHANGED, "", "");
    return Reply.done();
  }

  private Reply setPreferences(Call call) {
    Session session = session(call);
    users.setPreferences(session.user(), Json.text(call.json()));
    return Reply.ok(call.json());
  }
}
