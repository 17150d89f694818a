package io.earshot.console.testing;

import io.earshot.console.finding.ConversationSearch;
import io.earshot.console.overview.ConversationFigures;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.BreakdownRow;
import io.earshot.conversation.search.Completion;
import io.earshot.conversation.search.Completions;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.CoursePoint;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.FacetCounts;
import io.earshot.conversation.search.Figures;
import io.earshot.conversation.search.FoundConversation;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Conversations in memory. A query is words that must all be said; an opening bracket is a mistake.
 * Fields, phrases and meanings are not understood.
 */
public final class MemoryConversations implements ConversationSearch, ConversationFigures {
  private final Map<ConversationId, MemoryConversation> kept = new ConcurrentHashMap<>();

  /** Keeps a conversation in place of an earlier version of it. */
  public void add(Conversation conversation, Analysis analysis) {
    kept.put(conversation.id(), new MemoryConversation(conversation, analysis));
  }

  /** Keeps what was sketched. */
  public void add(Sketch sketch) {
    add(sketch.conversation(), sketch.analysis());
  }

  @Override
  public SearchPage find(Selection selection, PageRequest page) {
    List<MemoryConversation> all = selected(selection).sorted(MemoryOrder.of(page)).toList();
    return page(
        all.size(), all.stream().skip(page.offset()).limit(page.limit()), selection.query());
  }

  private static SearchPage page(long total, Stream<MemoryConversation> part, String query) {
    List<FoundConversation> hits =
        part.map(one -> new FoundConversation(0, one.summary(), one.moments(query))).toList();
    return new SearchPage(total, 0, hits);
  }

  @Override
  public FacetCounts facets(Selection selection) {
    check(selection.query());
    return new MemoryFacets(kept.values(), selection).counts();
  }

  @Override
  public SearchPage sample(Selection selection, int size, int seed) {
    List<MemoryConversation> all =
        new java.util.ArrayList<>(
            selected(selection)
                .sorted(Comparator.comparing((MemoryConversation one) -> one.summary().id()))
                .toList());
    Collections.shuffle(all, new Random(seed));
    return page(all.size(), all.stream().limit(size), selection.query());
  }

  @Override
  public void each(Selection selection, Consumer<ConversationSummary> row) {
    selected(selection)
        .sorted(MemoryOrder.of(PageRequest.newest(1)))
        .map(MemoryConversation::summary)
        .forEach(row);
  }

  @Override
  public Optional<ConversationSummary> summary(ConversationId id) {
    return Optional.ofNullable(kept.get(id)).map(MemoryConversation::summary);
  }

  @Override
  public void check(String query) {
    int bracket = query.indexOf('(');
    if (bracket >= 0) {
      throw new QueryMistake(
          "Bracket ( is not closed", bracket + 1, "expected a ) at the end of its group");
    }
  }

  @Override
  public Completions complete(String query, int position, Scope scope) {
    int caret = Math.min(position, query.length());
    String typed = query.substring(0, caret);
    if (!typed.startsWith("agent:")) {
      return new Completions(0, caret, List.of(new Completion("agent:", Completion.Kind.FIELD, 0)));
    }
    List<Completion> values =
        selected(Selection.all(scope))
            .map(one -> one.summary().agent())
            .filter(agent -> agent.startsWith(typed.substring("agent:".length())))
            .distinct()
            .map(agent -> new Completion("agent:" + agent, Completion.Kind.VALUE, 1))
            .toList();
    return new Completions(0, caret, values);
  }

  @Override
  public Figures figures(Selection selection) {
    return MemoryFigures.of(selected(selection).toList());
  }

  @Override
  public List<CoursePoint> course(Selection selection, List<Period> periods) {
    return periods.stream()
        .map(
            period ->
                new CoursePoint(period.from(), period.to(), figures(selection.during(period))))
        .toList();
  }

  @Override
  public List<BreakdownRow> breakdown(
      Selection selection, Dimension by, Period now, Period before, ZoneId zone, int most) {
    List<MemoryConversation> ofNow = selected(selection.during(now)).toList();
    List<MemoryConversation> ofBefore = selected(selection.during(before)).toList();
    TreeSet<String> values = new TreeSet<>();
    Stream.concat(ofNow.stream(), ofBefore.stream())
        .forEach(one -> values.addAll(one.values(by, zone)));
    return values.stream()
        .map(
            value ->
                new BreakdownRow(
                    value, having(value, by, zone, ofNow), having(value, by, zone, ofBefore)))
        .sorted(Comparator.<BreakdownRow>comparingLong(row -> row.now().conversations()).reversed())
        .limit(most)
        .toList();
  }

  private static Figures having(
      String value, Dimension by, ZoneId zone, List<MemoryConversation> conversations) {
    return MemoryFigures.of(
        conversations.stream().filter(one -> one.values(by, zone).contains(value)).toList());
  }

  private Stream<MemoryConversation> selected(Selection selection) {
    check(selection.query());
    return kept.values().stream().filter(one -> one.isIn(selection));
  }
}
