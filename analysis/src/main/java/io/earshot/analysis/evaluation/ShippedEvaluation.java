package io.earshot.analysis.evaluation;

import io.earshot.analysis.Analyzer;
import io.earshot.analysis.learning.Sample;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Measures the analysis as it serves: each sample is the last turn of a conversation of its own,
 * after the turns that were before it, and what is found in it is judged.
 */
public final class ShippedEvaluation {
  /** What a turn is taken for when nothing is found in it. */
  public static final String NONE = "none";

  private static final int MOST_BEFORE = 6;
  private static final int TELL_EVERY = 32;

  private final Analyzer analyzer;
  private final Question question;
  private final MeaningsAtHand.Progress progress;

  public ShippedEvaluation(Analyzer analyzer, Question question, MeaningsAtHand.Progress progress) {
    this.analyzer = analyzer;
    this.question = question;
    this.progress = progress;
  }

  /** Measures intents, after {@link #verify}. */
  public Scores intents(List<Sample> samples) {
    return scores(
        samples,
        (sample, insight) -> {
          Scored first = insight.intents().stream().findFirst().orElse(new Scored(NONE, 0));
          return new Judged(
              0,
              sample.label(),
              first.name(),
              question.inScope(sample.label()),
              first.confidence(),
              Double.NaN,
              false);
        });
  }

  /** Measures feelings, after {@link #verify}. */
  public Scores emotions(List<Sample> samples, Labels labels) {
    Set<String> negative = labels.negative();
    return scores(
        samples,
        (sample, insight) ->
            new Judged(
                0,
                sample.label(),
                labels.inTheirWords(insight.emotion().name(), insight.valence()),
                true,
                0,
                insight.displeasure(),
                negative.contains(sample.label())));
  }

  /**
   * Makes sure that labels can be compared with what is found.
   *
   * @param what they are, for the message
   * @throws EarshotException of kind MISCONFIGURED when one is not known
   */
  public static void verify(
      List<Sample> samples, Collection<String> known, Question question, String what) {
    Set<String> unknown = new TreeSet<>();
    samples.stream().map(Sample::label).filter(question::inScope).forEach(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw EarshotException.misconfigured(
          ("The labels %s are none of the shipped %s; say what they are with --map '%s=NAME,...'"
                  + " ('%s=' leaves one out), or train with --train. Known: %s")
              .formatted(
                  Labels.listed(unknown),
                  what,
                  first,
                  first,
                  String.join(", ", new TreeSet<>(known))));
    }
  }

  private Scores scores(List<Sample> samples, BiFunction<Sample, TurnInsight, Judged> judge) {
    AtomicInteger done = new AtomicInteger();
    List<Judged> judged =
        IntStream.range(0, samples.size())
            .parallel()
            .mapToObj(
                row -> {
                  Judged one = judge.apply(samples.get(row), insight(samples.get(row)));
                  if (done.incrementAndGet() % TELL_EVERY == 0) {
                    progress.done(done.get(), samples.size());
                  }
                  return one.atRow(row);
                })
            .toList();
    return Scores.of(Map.of(0L, judged));
  }

  private TurnInsight insight(Sample sample) {
    List<Turn> turns = new ArrayList<>();
    int skipped = Math.max(0, sample.before().size() - MOST_BEFORE);
    for (Sample.Said said : sample.before().subList(skipped, sample.before().size())) {
      turns.add(Turn.written(turns.size(), said.speaker(), 0, said.text()));
    }
    turns.add(Turn.written(turns.size(), Speaker.CUSTOMER, 0, sample.text()));
    List<TurnInsight> insights = analyzer.analyze(conversation(turns)).turns();
    return insights.get(insights.size() - 1);
  }

  private Conversation conversation(List<Turn> turns) {
    return new Conversation(
        ConversationId.ofText("evaluation"),
        "evaluation",
        Channel.CHAT,
        question.language(),
        Instant.EPOCH,
        0,
        false,
        SpeakerSource.LABELS,
        1,
        Map.of(),
        turns);
  }
}
