package io.earshot.console.finding;

import io.earshot.conversation.search.Completion;
import io.earshot.conversation.search.Completions;
import java.util.List;

/** Completions as the contract has them. */
record CompletionsView(int start, int end, List<One> completions) {

  /**
   * One of them.
   *
   * @param count absent where it is not counted
   */
  record One(String text, Completion.Kind kind, Long count) {
    static One of(Completion completion) {
      Long count = completion.count() == 0 ? null : completion.count();
      return new One(completion.text(), completion.kind(), count);
    }
  }

  static CompletionsView of(Completions found) {
    return new CompletionsView(
        found.start(), found.end(), found.completions().stream().map(One::of).toList());
  }
}
