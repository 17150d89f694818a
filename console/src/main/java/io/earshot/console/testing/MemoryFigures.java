package io.earshot.console.testing;

import io.earshot.conversation.Resolution.Outcome;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Figures;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Means of conversations in memory. */
final class MemoryFigures {
  private MemoryFigures() {}

  static Figures of(List<MemoryConversation> all) {
    List<MemoryConversation> timed =
        those(all, one -> one.conversation().timed() && one.summary().durationMs() > 0);
    List<MemoryConversation> answered = those(all, one -> firstResponse(one) > 0);
    List<MemoryConversation> judged = those(all, one -> outcome(one) != Outcome.UNKNOWN);
    return new Figures(
        all.size(),
        mean(all, one -> one.isNegative() ? 1 : 0),
        mean(all, one -> one.summary().score()),
        mean(all, one -> one.summary().emotion().satisfaction().stars()),
        mean(timed, one -> one.summary().durationMs()),
        mean(answered, MemoryFigures::firstResponse),
        mean(judged, one -> outcome(one) == Outcome.SOLVED ? 1 : 0),
        mean(all, one -> one.analysis().facts().escalations().isEmpty() ? 0 : 1),
        timed.size(),
        answered.size(),
        judged.size());
  }

  private static double firstResponse(MemoryConversation one) {
    return one.analysis().talk().firstResponseMs();
  }

  private static Outcome outcome(MemoryConversation one) {
    ConversationSummary summary = one.summary();
    return summary.outcome();
  }

  private static List<MemoryConversation> those(
      List<MemoryConversation> all, Predicate<MemoryConversation> known) {
    return all.stream().filter(known).toList();
  }

  private static double mean(
      List<MemoryConversation> those, ToDoubleFunction<MemoryConversation> number) {
    return those.stream().mapToDouble(number).average().orElse(Double.NaN);
  }
}
