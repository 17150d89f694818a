package io.earshot.index;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.ConversationId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs searches over the conversations' documents. Safe for many threads. */
final class HitSearch {
  static final SortOptions BEST_FIRST =
      SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)));
  static final SortOptions NEWEST_FIRST = by("started_at", SortOrder.Desc);
  static final SortOptions BY_ID = by("id", SortOrder.Asc);

  private final Connection connection;
  private final Schema schema;

  HitSearch(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  /**
   * A hit without its document.
   *
   * @param score 0 where nothing ranks
   */
  record Ranked(ConversationId id, double score) {
    static Ranked of(Hit<JsonNode> hit) {
      // Where something else sorts, the client gives no number for the score.
      boolean ranked = hit.score() != null && !hit.score().isNaN();
      return new Ranked(new ConversationId(hit.id()), ranked ? hit.score() : 0);
    }
  }

  /** Some hits, and how many there are in all. */
  record Found(long total, List<Hit<JsonNode>> hits) {
    List<Ranked> ranked() {
      return hits.stream().map(Ranked::of).toList();
    }
  }

  Found run(Query query, List<SortOptions> order, int from, int size, SourceConfig source) {
    SearchResponse<JsonNode> response =
        connection.call(
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
    long total = response.hits().total() == null ? 0 : response.hits().total().value();
    return new Found(total, response.hits().hits());
  }

  /** What is stored of some conversations; those that are gone are left out. */
  Map<ConversationId, JsonNode> sources(List<Ranked> ranked, List<String> fields) {
    Map<ConversationId, JsonNode> sources = new LinkedHashMap<>();
    if (ranked.isEmpty()) {
      return sources;
    }
    List<String> ids = ranked.stream().map(hit -> hit.id().value()).toList();
    connection
        .call(
            "Reading hits",
            client ->
                client.mget(
                    mget -> mget.index(schema.conversations()).ids(ids).sourceIncludes(fields),
                    JsonNode.class))
        .docs()
        .stream()
        .filter(item -> item.isResult() && item.result().found())
        .forEach(
            item -> sources.put(new ConversationId(item.result().id()), item.result().source()));
    return sources;
  }

  static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(sort -> sort.field(f -> f.field(field).order(order)));
  }
}
