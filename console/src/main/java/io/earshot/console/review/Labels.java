package io.earshot.console.review;

import java.util.List;

/** The names that findings of a kind can have, so that a correction is one that can be learned. */
@FunctionalInterface
public interface Labels {

  /** In the order in which they are to be offered; empty where any name will do. */
  List<String> of(String kind);
}
