package io.earshot.console.access;

import static io.earshot.console.access.Right.ADMINISTER;
import static io.earshot.console.access.Right.COMMENT;
import static io.earshot.console.access.Right.EXPORT;
import static io.earshot.console.access.Right.LISTEN;
import static io.earshot.console.access.Right.OPERATE;
import static io.earshot.console.access.Right.OVERVIEW;
import static io.earshot.console.access.Right.REVIEW;
import static io.earshot.console.access.Right.SEARCH;
import static io.earshot.console.access.Right.UPLOAD;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What somebody is in a contact centre; each role is a set of rights. */
public enum Role {
  SUPERVISOR(SEARCH, LISTEN, REVIEW, COMMENT, EXPORT, OVERVIEW, UPLOAD),
  TEAM_LEAD(SEARCH, LISTEN, REVIEW, COMMENT, EXPORT, OVERVIEW),
  SCRIPT_DESIGNER(SEARCH, LISTEN, REVIEW, EXPORT, OVERVIEW),
  /** Sees the own conversations alone. */
  AGENT(SEARCH, LISTEN, OVERVIEW),
  ADMINISTRATOR(SEARCH, LISTEN, REVIEW, COMMENT, EXPORT, OVERVIEW, UPLOAD, OPERATE, ADMINISTER);

  private final Set<Right> rights;

  Role(Right first, Right... more) {
    this.rights = EnumSet.of(first, more);
  }

  /** Together: what any of these roles allows. {@link Right#REVEAL} is never among them. */
  public static Set<Right> rights(Collection<Role> roles) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    roles.forEach(role -> all.addAll(role.rights));
    return all;
  }

  /** The name used in JSON: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a code; throws an IllegalArgumentException when there is none. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
