package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import io.earshot.conversation.ConversationId;
import io.earshot.index.HitSearch.Found;
import io.earshot.index.HitSearch.Ranked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ranks by words and by each meaning, joined; what only other conditions found comes last. */
final class FusedRanking {
  /** Hits that take part at least. */
  private static final int WINDOW = 500;

  private static final int DEEPEST = 10_000;
  private static final SourceConfig NOTHING = SourceConfig.of(source -> source.fetch(false));

  private final HitSearch search;
  private final Plan plan;
  private final List<SortOptions> order;

  FusedRanking(HitSearch search, Plan plan, List<SortOptions> order) {
    this.search = search;
    this.plan = plan;
    this.order = order;
  }

  /** A part of the ranking. */
  record Part(long total, List<Ranked> ranked) {}

  Part part(int offset, int limit) {
    int window = Math.min(DEEPEST, Math.max(WINDOW, offset + limit));
    Found byWords = search.run(plan.query(), order, 0, window, NOTHING);
    Set<ConversationId> matching = new LinkedHashSet<>();
    byWords.ranked().forEach(ranked -> matching.add(ranked.id()));
    if (byWords.total() > window) {
      matching.addAll(matchingMeanings());
    }
    Map<ConversationId, Double> scores = RankFusion.fuse(rankings(byWords, matching));
    // The sort is stable: equal scores stay in the order of the search, newest first.
    List<Ranked> part =
        matching.stream()
            .map(id -> new Ranked(id, scores.getOrDefault(id, 0.0)))
            .sorted(Comparator.comparingDouble(Ranked::score).reversed())
            .skip(offset)
            .limit(limit)
            .toList();
    return new Part(byWords.total(), part);
  }

  private List<Collection<ConversationId>> rankings(Found byWords, Set<ConversationId> matching) {
    List<Collection<ConversationId>> rankings = new ArrayList<>();
    rankings.add(byWords.ranked().stream().filter(hit -> hit.score() > 0).map(Ranked::id).toList());
    for (Leaf leaf : plan.leaves()) {
      if (leaf instanceof Leaf.Meant meant) {
        rankings.add(meant.nearest().keySet().stream().filter(matching::contains).toList());
      }
    }
    return rankings;
  }

  /** Those found by meaning that match the whole query but lie outside the window of words. */
  private List<ConversationId> matchingMeanings() {
    Set<String> ids = new LinkedHashSet<>();
    for (Leaf leaf : plan.leaves()) {
      if (leaf instanceof Leaf.Meant meant) {
        meant.nearest().keySet().forEach(id -> ids.add(id.value()));
      }
    }
    Query found = Query.of(q -> q.ids(i -> i.values(List.copyOf(ids))));
    Query both = Query.of(q -> q.bool(bool -> bool.must(plan.query()).filter(found)));
    int most = Math.max(1, Math.min(ids.size(), DEEPEST));
    return search.run(both, order, 0, most, NOTHING).ranked().stream().map(Ranked::id).toList();
  }
}
