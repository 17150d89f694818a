package io.earshot.routes.feed.message;

import io.earshot.conversation.CheckResult;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Trust;
import jakarta.jms.JMSSecurityException;
import java.time.Duration;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;

/**
 * What the health of a source says of its broker.
 *
 * @param place the broker and what is read there, for people
 * @param key the setting that holds the broker's address
 * @param encrypted whether the way is
 */
record BrokerHealth(String place, String key, boolean encrypted) {
  /** The pause after a refusal: to ask soon again with a wrong password locks accounts. */
  static final Duration REFUSED = Duration.ofMinutes(1);

  CheckResult reached() {
    return CheckResult.ok(
        "source",
        encrypted
            ? place
            : place + ": the password and all messages go unencrypted: set tls to true, if it can");
  }

  CheckResult failed(Exception failure) {
    return CheckResult.failed("source", why(failure));
  }

  /** Whether somebody has to mend something before it is worth asking again soon. */
  boolean isRefusal(Exception failure) {
    return failure instanceof AccessRefused
        || isDenied(failure)
        || Trust.refusal(failure, key).isPresent();
  }

  private static boolean isDenied(Exception failure) {
    return failure instanceof JMSSecurityException
        || failure instanceof SaslAuthenticationException
        || failure instanceof AuthorizationException;
  }

  /** What is wrong, and the mend. */
  String why(Exception failure) {
    if (failure instanceof AccessRefused) {
      return "%s: %s".formatted(place, failure.getMessage());
    }
    if (isDenied(failure)) {
      return "%s does not let us in (%s): mend user and password, or the rights of the account"
          .formatted(place, failure.getMessage());
    }
    return Trust.refusal(failure, key)
        .map(refusal -> "%s: %s".formatted(place, refusal.getMessage()))
        .orElseGet(() -> away(failure));
  }

  private String away(Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return "%s does not answer (%s): see that it runs, and that %s, tls, trust, user and password are right"
        .formatted(place, cause.getMessage(), key);
  }
}
