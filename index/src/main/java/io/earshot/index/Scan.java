package io.earshot.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads any number of documents as they are at one point in time, page by page.
 *
 * @param task for messages
 * @param index where
 * @param query which ones
 * @param order how; equal ones in the order they are stored
 * @param source what of each
 * @param page documents that are read at once
 */
record Scan(
    String task, String index, Query query, SortOptions order, SourceConfig source, int page) {
  /** Between two pages. */
  private static final Time KEEP = Time.of(time -> time.time("2m"));

  static final SortOptions AS_STORED =
      SortOptions.of(sort -> sort.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));

  void each(Connection connection, Consumer<Hit<JsonNode>> each) {
    String point =
        connection
            .call(task, client -> client.openPointInTime(open -> open.index(index).keepAlive(KEEP)))
            .id();
    try {
      List<FieldValue> after = List.of();
      int found;
      do {
        List<Hit<JsonNode>> hits = page(connection, point, after);
        hits.forEach(each);
        found = hits.size();
        after = found == 0 ? after : hits.get(found - 1).sort();
      } while (found == page);
    } finally {
      connection.call(task, client -> client.closePointInTime(close -> close.id(point)));
    }
  }

  private List<Hit<JsonNode>> page(Connection connection, String point, List<FieldValue> after) {
    SearchResponse<JsonNode> response =
        connection.call(
            task,
            client ->
                client.search(
                    search -> {
                      search
                          .pit(pit -> pit.id(point).keepAlive(KEEP))
                          .query(query)
                          .size(page)
                          .source(source)
                          .trackTotalHits(track -> track.enabled(false))
                          .sort(order);
                      return after.isEmpty() ? search : search.searchAfter(after);
                    },
                    JsonNode.class));
    return response.hits().hits();
  }
}
