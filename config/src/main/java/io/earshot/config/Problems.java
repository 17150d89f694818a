package io.earshot.config;

import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, to be told at once. */
final class Problems {
  private final List<String> lines = new ArrayList<>();

  void add(String place, String problem) {
    lines.add(place + ": " + problem);
  }

  void throwIfAny() {
    if (!lines.isEmpty()) {
      throw EarshotException.misconfigured(String.join(System.lineSeparator(), lines));
    }
  }
}
