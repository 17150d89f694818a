package io.earshot.console.review;

import io.earshot.console.http.Problem;

/**
 * What somebody wants to say of a moment or a range.
 *
 * @param endMs null for a moment
 * @param turn null where times say it
 * @param coaching whether the agent may see it
 */
record NewComment(String text, long startMs, Long endMs, Integer turn, boolean coaching) {

  NewComment {
    if (text.isBlank()) {
      throw Problem.invalid("A comment needs a text");
    }
    if (endMs != null && endMs < startMs) {
      throw Problem.invalid("A comment can't end before it starts");
    }
  }
}
