package io.earshot.console.access.session;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.user.Users;
import java.util.Set;

/** What happens when somebody has proved who they are, in whatever way. */
public final class SignIn {
  private final Users users;
  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Audit audit;

  public SignIn(Users users, Sessions sessions, SessionCookie cookie, Audit audit) {
    this.users = users;
    this.sessions = sessions;
    this.cookie = cookie;
    this.audit = audit;
  }

  /**
   * Begins a session under an id of its own, whatever the browser sent before, and ends the one
   * that it had.
   *
   * @param stranger who was let in
   * @param way for the audit log
   * @return the session's id
   */
  String begin(String user, Caller stranger, String way) {
    sessions.end(stranger.session());
    users.seen(user);
    audit.note(named(user, stranger), AuditAction.SIGN_IN, "", way);
    return sessions.begin(user);
  }

  /** The same; returns the value of the header that sets the cookie. */
  public String beginWithCookie(String user, Caller stranger, String way) {
    return cookie.set(begin(user, stranger, way));
  }

  /** Notes that somebody was not let in; {@code user} is empty unless there is one. */
  public void refuse(String user, Caller stranger, String why) {
    audit.note(named(user, stranger), AuditAction.SIGN_IN_FAILED, "", why);
  }

  private static Caller named(String name, Caller stranger) {
    return new Caller(name, Set.of(), stranger.scope(), false, stranger.address());
  }
}
