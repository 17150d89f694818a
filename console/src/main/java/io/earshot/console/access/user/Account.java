package io.earshot.console.access.user;

/**
 * A user with what is known for signing in.
 *
 * @param passwordHash empty when the user signs in with a provider alone
 * @param mustChangePassword whether the password was made by somebody else
 * @param preferences JSON
 */
public record Account(
    User user, String passwordHash, boolean mustChangePassword, String preferences) {

  @Override
  public String toString() {
    return "Account[%s]".formatted(user.name());
  }
}
