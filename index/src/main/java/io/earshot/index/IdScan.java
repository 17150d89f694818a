package io.earshot.index;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.earshot.conversation.ConversationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the ids of any number of documents from one point in time, page by page. */
final class IdScan {
  private static final int PAGE = 10_000;
  private static final Time KEEP = Time.of(time -> time.time("2m"));

  private final Connection connection;
  private final Schema schema;

  IdScan(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  Set<ConversationId> conversations() {
    Set<ConversationId> ids = new HashSet<>();
    scan(
        schema.conversations(),
        Query.of(q -> q.matchAll(all -> all)),
        id -> ids.add(new ConversationId(id)));
    return ids;
  }

  /** Operations that remove all turns of a conversation, whole or half written. */
  List<BulkSender.Item> turnRemovals(ConversationId id) {
    List<BulkSender.Item> removals = new ArrayList<>();
    Query ofConversation =
        Query.of(q -> q.term(term -> term.field("conversation_id").value(id.value())));
    scan(
        schema.turns(),
        ofConversation,
        turn ->
            removals.add(
                new BulkSender.Item(
                    id,
                    0,
                    BulkOperation.of(op -> op.delete(d -> d.index(schema.turns()).id(turn))))));
    return removals;
  }

  private void scan(String index, Query query, Consumer<String> each) {
    String point =
        connection
            .call(
                "Reading ids",
                client -> client.openPointInTime(open -> open.index(index).keepAlive(KEEP)))
            .id();
    try {
      List<FieldValue> after = List.of();
      int found;
      do {
        List<Hit<Void>> page = page(point, query, after);
        page.forEach(hit -> each.accept(hit.id()));
        found = page.size();
        after = found == 0 ? after : page.get(found - 1).sort();
      } while (found == PAGE);
    } finally {
      connection.call("Reading ids", client -> client.closePointInTime(close -> close.id(point)));
    }
  }

  private List<Hit<Void>> page(String point, Query query, List<FieldValue> after) {
    SortOptions order =
        SortOptions.of(sort -> sort.field(f -> f.field("_shard_doc").order(SortOrder.Asc)));
    SearchResponse<Void> response =
        connection.call(
            "Reading ids",
            client ->
                client.search(
                    search -> {
                      search
                          .pit(pit -> pit.id(point).keepAlive(KEEP))
                          .query(query)
                          .size(PAGE)
                          .source(source -> source.fetch(false))
                          .trackTotalHits(track -> track.enabled(false))
                          .sort(order);
                      return after.isEmpty() ? search : search.searchAfter(after);
                    },
                    Void.class));
    return response.hits().hits();
  }
}
