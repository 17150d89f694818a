package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.FunctionBoostMode;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.FoundConversation;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.SearchPage;
import io.earshot.index.HitSearch.Found;
import io.earshot.index.HitSearch.Ranked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs a plan and puts its hits in order. Safe for many threads. */
final class Searcher {
  private final HitSearch search;
  private final SpokenReader reader;

  Searcher(HitSearch search, SpokenReader reader) {
    this.search = search;
    this.reader = reader;
  }

  private record Page(long total, List<Ranked> ranked, Map<ConversationId, JsonNode> sources) {
    static Page of(Found found) {
      Map<ConversationId, JsonNode> sources = new HashMap<>();
      found.hits().forEach(hit -> sources.put(new ConversationId(hit.id()), hit.source()));
      return new Page(found.total(), found.ranked(), sources);
    }
  }

  SearchPage page(Plan plan, PageRequest request) {
    long started = System.nanoTime();
    List<SortOptions> order = order(plan, request);
    boolean fused = request.order() == PageRequest.Order.RELEVANCE && plan.isFused();
    Page page =
        fused
            ? fused(plan, order, request)
            : Page.of(
                search.run(plan.query(), order, request.offset(), request.limit(), source(plan)));
    return result(page, plan, started);
  }

  /**
   * Elasticsearch draws by a hash of seed and id, so neither the order of writing nor a later
   * rewrite changes the sample.
   */
  SearchPage sample(Plan plan, int size, int seed) {
    long started = System.nanoTime();
    Query drawn =
        Query.of(
            q ->
                q.functionScore(
                    score ->
                        score
                            .query(Conditions.all(List.of(plan.query())))
                            .functions(
                                f -> f.randomScore(r -> r.seed(Integer.toString(seed)).field("id")))
                            .boostMode(FunctionBoostMode.Replace)));
    List<SortOptions> order = List.of(HitSearch.BEST_FIRST, HitSearch.BY_ID);
    Found found = search.run(drawn, order, 0, size, source(plan));
    return result(Page.of(found), plan, started);
  }

  private Page fused(Plan plan, List<SortOptions> order, PageRequest request) {
    FusedRanking.Part part =
        new FusedRanking(search, plan, order).part(request.offset(), request.limit());
    return new Page(part.total(), part.ranked(), search.sources(part.ranked(), fields(plan)));
  }

  private SearchPage result(Page page, Plan plan, long started) {
    TurnMatcher matcher = new TurnMatcher(reader, plan.leaves());
    List<FoundConversation> hits = new ArrayList<>();
    for (Ranked ranked : page.ranked()) {
      JsonNode source = page.sources().get(ranked.id());
      if (source != null) {
        hits.add(StoredFields.found(ranked.id(), ranked.score(), source, matcher));
      }
    }
    return new SearchPage(page.total(), (System.nanoTime() - started) / 1_000_000, hits);
  }

  /** Equal ones newest first, then by id, so that the same search gives the same list. */
  private static List<SortOptions> order(Plan plan, PageRequest request) {
    SortOrder direction = request.descending() ? SortOrder.Desc : SortOrder.Asc;
    Stream<SortOptions> first =
        switch (request.order()) {
          case RELEVANCE -> plan.hasWords() ? Stream.of(HitSearch.BEST_FIRST) : Stream.empty();
          case STARTED_AT -> Stream.of(HitSearch.by("started_at", direction));
          case SCORE -> Stream.of(HitSearch.by("score", direction));
          case DURATION -> Stream.of(HitSearch.by("duration_ms", direction));
          case VALENCE -> Stream.of(HitSearch.by("emotion.valence", direction));
          case AGENT -> Stream.of(HitSearch.by("agent", direction));
        };
    return Stream.concat(first, Stream.of(HitSearch.NEWEST_FIRST, HitSearch.BY_ID)).toList();
  }

  private static SourceConfig source(Plan plan) {
    return SourceConfig.of(source -> source.filter(filter -> filter.includes(fields(plan))));
  }

  /** Turns are read only where moments are to be found in them. */
  private static List<String> fields(Plan plan) {
    return plan.leaves().isEmpty() ? StoredFields.SUMMARY : StoredFields.SUMMARY_AND_TURNS;
  }
}
