package io.earshot.routes.service;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends parts one by one; that one can't end must not keep the others. */
final class Closing {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  /** Ends a part; {@code null} is one that never started. */
  <T> void of(T part, Consumer<T> end) {
    if (part == null) {
      return;
    }
    try {
      end.accept(part);
    } catch (RuntimeException e) {
      LOG.warn("{} did not end cleanly", part.getClass().getSimpleName(), e);
    }
  }
}
