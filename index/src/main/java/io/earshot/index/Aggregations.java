package io.earshot.index;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.List;
import java.util.Map;

/** Counts over conversations without reading any. Safe for many threads. */
final class Aggregations {
  private final Connection connection;
  private final Schema schema;

  Aggregations(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  Map<String, Aggregate> run(String task, Query query, Map<String, Aggregation> wanted) {
    Query unranked = Conditions.all(List.of(query));
    SearchResponse<Void> response =
        connection.call(
            task,
            client ->
                client.search(
                    search ->
                        search
                            .index(schema.conversations())
                            .query(unranked)
                            .size(0)
                            .trackTotalHits(track -> track.enabled(false))
                            .aggregations(wanted),
                    Void.class));
    return response.aggregations();
  }
}
