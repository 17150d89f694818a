package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.ConversationId;
import io.earshot.index.text.WordBreaker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a query and puts its hits in order. Safe for many threads. */
final class Searcher {
  /** Hits that take part in the fusion of ranks at least. */
  private static final int FUSION_WINDOW = 500;

  private static final List<String> SHOWN =
      List.of("agent", "started_at", "source", "channel", "turns");

  private final Connection connection;
  private final Schema schema;
  private final WordBreaker breaker;
  private final MeaningSearch meanings;

  Searcher(Connection connection, Schema schema, WordBreaker breaker, MeaningSearch meanings) {
    this.connection = connection;
    this.schema = schema;
    this.breaker = breaker;
    this.meanings = meanings;
  }

  /** A stored conversation with its score. */
  private record Ranked(ConversationId id, double score) {}

  private record Page(long total, List<Ranked> ranked, Map<ConversationId, JsonNode> sources) {}

  SearchResult search(io.earshot.index.query.Query query, SearchOptions options) {
    long started = System.nanoTime();
    QueryTranslator translator = new QueryTranslator(breaker, meanings);
    Query translated = translator.translate(query);
    List<Leaf> leaves = translator.leaves();
    boolean fused = leaves.stream().anyMatch(Leaf.Meant.class::isInstance);
    Page page = fused ? fused(translated, leaves, options) : plain(translated, leaves, options);
    TurnMatcher matcher = new TurnMatcher(breaker, leaves);
    List<Hit> hits = new ArrayList<>();
    for (Ranked ranked : page.ranked()) {
      JsonNode source = page.sources().get(ranked.id());
      if (source != null) {
        hits.add(StoredFields.hit(ranked.id(), ranked.score(), source, matcher));
      }
    }
    return new SearchResult(page.total(), hits, (System.nanoTime() - started) / 1_000_000);
  }

  private Page plain(Query query, List<Leaf> leaves, SearchOptions options) {
    SearchResponse<JsonNode> response =
        run(query, leaves, options.offset(), options.limit(), sourceOf(leaves));
    Map<ConversationId, JsonNode> sources = new HashMap<>();
    response.hits().hits().forEach(hit -> sources.put(new ConversationId(hit.id()), hit.source()));
    return new Page(total(response), ranked(response), sources);
  }

  /** Ranks by words and by each meaning, joined; what only other conditions found comes last. */
  private Page fused(Query query, List<Leaf> leaves, SearchOptions options) {
    int window =
        Math.min(
            SearchOptions.DEEPEST, Math.max(FUSION_WINDOW, options.offset() + options.limit()));
    SourceConfig none = SourceConfig.of(source -> source.fetch(false));
    SearchResponse<JsonNode> byWords = run(query, leaves, 0, window, none);
    Set<ConversationId> matching = new LinkedHashSet<>();
    ranked(byWords).forEach(ranked -> matching.add(ranked.id()));
    if (total(byWords) > window) {
      matching.addAll(matchingMeanings(query, leaves));
    }
    List<Collection<ConversationId>> rankings = new ArrayList<>();
    rankings.add(ranked(byWords).stream().filter(hit -> hit.score() > 0).map(Ranked::id).toList());
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.Meant meant) {
        rankings.add(meant.nearest().keySet().stream().filter(matching::contains).toList());
      }
    }
    Map<ConversationId, Double> scores = RankFusion.fuse(rankings);
    // The sort is stable: equal scores stay in the order of the search, newest first.
    List<Ranked> page =
        matching.stream()
            .map(id -> new Ranked(id, scores.getOrDefault(id, 0.0)))
            .sorted(Comparator.comparingDouble(Ranked::score).reversed())
            .skip(options.offset())
            .limit(options.limit())
            .toList();
    return new Page(total(byWords), page, sources(page));
  }

  /** Those found by meaning that match the whole query but lie outside the window of words. */
  private List<ConversationId> matchingMeanings(Query query, List<Leaf> leaves) {
    Set<String> ids = new LinkedHashSet<>();
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.Meant meant) {
        meant.nearest().keySet().forEach(id -> ids.add(id.value()));
      }
    }
    Query found = Query.of(q -> q.ids(i -> i.values(List.copyOf(ids))));
    Query both = Query.of(q -> q.bool(bool -> bool.must(query).filter(found)));
    int most = Math.max(1, Math.min(ids.size(), SearchOptions.DEEPEST));
    SourceConfig none = SourceConfig.of(source -> source.fetch(false));
    return ranked(run(both, leaves, 0, most, none)).stream().map(Ranked::id).toList();
  }

  private SearchResponse<JsonNode> run(
      Query query, List<Leaf> leaves, int from, int size, SourceConfig source) {
    boolean byScore = leaves.stream().anyMatch(Leaf.Words.class::isInstance);
    List<SortOptions> order = new ArrayList<>();
    if (byScore) {
      order.add(SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))));
    }
    order.add(by("started_at", SortOrder.Desc));
    order.add(by("id", SortOrder.Asc));
    return connection.call(
        "Searching",
        client ->
            client.search(
                search ->
                    search
                        .index(schema.conversations())
                        .query(query)
                        .from(from)
                        .size(size)
                        .sort(order)
                        .source(source)
                        .trackTotalHits(track -> track.enabled(true)),
                JsonNode.class));
  }

  private static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(sort -> sort.field(f -> f.field(field).order(order)));
  }

  private static SourceConfig sourceOf(List<Leaf> leaves) {
    List<String> fields =
        leaves.isEmpty() ? SHOWN.stream().filter(field -> !field.equals("turns")).toList() : SHOWN;
    return SourceConfig.of(source -> source.filter(filter -> filter.includes(fields)));
  }

  private static List<Ranked> ranked(SearchResponse<JsonNode> response) {
    return response.hits().hits().stream()
        .map(hit -> new Ranked(new ConversationId(hit.id()), hit.score() == null ? 0 : hit.score()))
        .toList();
  }

  private static long total(SearchResponse<JsonNode> response) {
    return response.hits().total() == null ? 0 : response.hits().total().value();
  }

  private Map<ConversationId, JsonNode> sources(List<Ranked> page) {
    Map<ConversationId, JsonNode> sources = new LinkedHashMap<>();
    if (page.isEmpty()) {
      return sources;
    }
    List<String> ids = page.stream().map(ranked -> ranked.id().value()).toList();
    connection
        .call(
            "Reading hits",
            client ->
                client.mget(
                    mget -> mget.index(schema.conversations()).ids(ids).sourceIncludes(SHOWN),
                    JsonNode.class))
        .docs()
        .stream()
        .filter(item -> item.isResult() && item.result().found())
        .forEach(
            item -> sources.put(new ConversationId(item.result().id()), item.result().source()));
    return sources;
  }
}
