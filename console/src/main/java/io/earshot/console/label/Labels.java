package io.earshot.console.label;

import java.util.List;

/** The intents and emotions that this installation knows. Safe for many threads. */
public interface Labels {
  List<Label> intents();

  /** Those that are shown to people. */
  List<Label> emotions();
}
