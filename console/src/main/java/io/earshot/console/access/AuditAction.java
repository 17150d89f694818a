package io.earshot.console.access;

import java.util.Locale;

/** What the audit log tells of. */
public enum AuditAction {
  SIGN_IN,
  SIGN_IN_FAILED,
  SIGN_OUT,
  PASSWORD_CHANGED,
  /** Something was asked for that the caller has no right to. */
  DENIED,
  SEARCH,
  OPEN,
  LISTEN,
  REVEAL,
  EXPORT,
  DOWNLOAD,
  REVIEW,
  COMMENT,
  UPLOAD,
  RETRY,
  USER_CHANGED,
  TOKEN_CHANGED,
  WEBHOOK_CHANGED,
  TEAM_CHANGED,
  SETTINGS_SHOWN,
  /** Somebody opened more conversations in a day than is usual. */
  ALARM;

  /** The name used in JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
