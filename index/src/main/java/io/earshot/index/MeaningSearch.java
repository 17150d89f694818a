package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.index.query.Query.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the turns that are nearest to a meaning. Safe for many threads. */
final class MeaningSearch {
  /** Turns looked for at most: enough for twenty pages, few enough to be put into a query. */
  private static final int MOST_TURNS = 300;

  /**
   * The index compares vectors by one bit a dimension; this many times the wanted turns are
   * compared again by their full vectors. Three is Elasticsearch's own advice for that form.
   */
  private static final float OVERSAMPLE = 3;

  private final Connection connection;
  private final Schema schema;
  private final IndexSettings settings;
  private final QueryMeaning embedder;

  MeaningSearch(
      Connection connection, Schema schema, IndexSettings settings, QueryMeaning embedder) {
    this.connection = connection;
    this.schema = schema;
    this.settings = settings;
    this.embedder = embedder;
  }

  /** Conversations by their best turn, nearest first, each with the cosines of its turns. */
  Map<ConversationId, Map<Integer, Double>> nearest(Meaning meaning, List<Query> filters) {
    List<Embedding> vectors = embedder.embed(meaning.text());
    if (vectors.isEmpty()) {
      throw new QueryMistake(
          "Search by meaning needs a sentence model, and none is loaded",
          meaning.position(),
          "search for words instead");
    }
    List<List<Turn>> lists = new ArrayList<>();
    vectors.forEach(vector -> lists.add(turns(vector, filters)));
    return byConversation(lists);
  }

  private record Turn(ConversationId conversation, int index, double cosine) {}

  private List<Turn> turns(Embedding embedding, List<Query> filters) {
    List<Float> vector = new ArrayList<>(embedding.vector().length);
    for (float value : embedding.vector()) {
      vector.add(value);
    }
    SearchResponse<JsonNode> response =
        connection.call(
            "Searching by meaning",
            client ->
                client.search(
                    search ->
                        search
                            .index(schema.turns())
                            .size(MOST_TURNS)
                            .source(s -> s.filter(f -> f.includes("conversation_id", "turn")))
                            .knn(
                                knn ->
                                    knn.field("vector_" + embedding.model())
                                        .queryVector(vector)
                                        .k(MOST_TURNS)
                                        .numCandidates(MOST_TURNS + MOST_TURNS / 2)
                                        .similarity(
                                            (float) settings.meaningFloor(embedding.model()))
                                        .rescoreVector(r -> r.oversample(OVERSAMPLE))
                                        .filter(filters)),
                    JsonNode.class));
    return response.hits().hits().stream().map(MeaningSearch::turn).toList();
  }

  private static Turn turn(Hit<JsonNode> hit) {
    ConversationId id = new ConversationId(hit.source().path("conversation_id").asText());
    // The score of a cosine field is (1 + cosine) / 2.
    return new Turn(id, hit.source().path("turn").asInt(), 2 * hit.score() - 1);
  }

  /**
   * Cosines of two models can't be compared, so their lists are merged by rank, the best of each
   * first.
   */
  private static Map<ConversationId, Map<Integer, Double>> byConversation(List<List<Turn>> lists) {
    Map<ConversationId, Map<Integer, Double>> merged = new LinkedHashMap<>();
    int longest = lists.stream().mapToInt(List::size).max().orElse(0);
    for (int rank = 0; rank < longest; rank++) {
      for (List<Turn> list : lists) {
        if (rank < list.size()) {
          Turn turn = list.get(rank);
          merged
              .computeIfAbsent(turn.conversation(), id -> new TreeMap<>())
              .merge(turn.index(), turn.cosine(), Math::max);
        }
      }
    }
    return merged;
  }
}
