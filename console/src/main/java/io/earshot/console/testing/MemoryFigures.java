package io.earshot.console.testing;

import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Figures;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Means of conversations in memory. */
final class MemoryFigures {
  private static final Predicate<MemoryConversation> ANY = one -> true;

  private MemoryFigures() {}

  static Figures of(List<MemoryConversation> all) {
    return new Figures(
        all.size(),
        mean(all, ANY, one -> one.isNegative() ? 1 : 0),
        mean(all, ANY, one -> one.summary().score()),
        mean(all, ANY, one -> one.summary().emotion().satisfaction().stars()),
        mean(
            all,
            one -> one.conversation().timed() && one.summary().durationMs() > 0,
            one -> one.summary().durationMs()),
        mean(all, one -> firstResponse(one) > 0, MemoryFigures::firstResponse),
        mean(
            all,
            one -> outcome(one) != Outcome.UNKNOWN,
            one -> outcome(one) == Outcome.SOLVED ? 1 : 0),
        mean(all, ANY, one -> one.analysis().facts().escalations().isEmpty() ? 0 : 1));
  }

  private static double firstResponse(MemoryConversation one) {
    return one.analysis().talk().firstResponseMs();
  }

  private static Outcome outcome(MemoryConversation one) {
    ConversationSummary summary = one.summary();
    return summary.outcome();
  }

  private static double mean(
      List<MemoryConversation> all,
      Predicate<MemoryConversation> known,
      ToDoubleFunction<MemoryConversation> number) {
    return all.stream().filter(known).mapToDouble(number).average().orElse(Double.NaN);
  }
}
