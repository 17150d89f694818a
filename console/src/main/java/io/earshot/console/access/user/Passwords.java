package io.earshot.console.access.user;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.earshot.console.access.Secrets;
import io.earshot.console.http.Problem;
import java.util.concurrent.Semaphore;

/**
 * How passwords are kept and checked: Argon2id with 19 MiB and two passes, as OWASP advises. Safe
 * for many threads, of which two calculate at once, so that a flood of sign-ins can't fill the
 * memory.
 */
final class Passwords {
  static final int LEAST_CHARACTERS = 12;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int GENERATED_CHARACTERS = 20;
  private static final int AT_ONCE = 2;
  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final CommonPasswords common = CommonPasswords.load();

  /** What is compared with when there is no such user: it takes as long as for one that exists. */
  private final String nobody = hash(Secrets.random());

  /** A password for the first sign-in. */
  static String generate() {
    return Secrets.random().substring(0, GENERATED_CHARACTERS);
  }

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2).getResult();
    } finally {
      turns.release();
    }
  }

  /** Whether it is the one; an empty hash fits none, and takes as long as any other. */
  boolean fits(String password, String hash) {
    turns.acquireUninterruptibly();
    try {
      String compared = hash.isEmpty() ? nobody : hash;
      boolean same =
          Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
      return same && !hash.isEmpty();
    } finally {
      turns.release();
    }
  }

  /**
   * Refuses passwords that are tried first by those who guess.
   *
   * @throws Problem with status 400
   */
  void requireGood(String password, User user) {
    if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
      throw Problem.invalid("A password needs at least 12 characters");
    }
    if (common.contains(password) || common.isMadeOf(password, user.name(), user.displayName())) {
      throw Problem.invalid(
          "This password is among the first that are guessed: take one that is not a common word, a"
              + " row of keys, or your name");
    }
  }
}
