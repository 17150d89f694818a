package io.earshot.index;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import io.earshot.conversation.ConversationId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the ids of any number of documents. */
final class IdScan {
  private static final int PAGE = 10_000;
  private static final SourceConfig NOTHING = SourceConfig.of(source -> source.fetch(false));

  private final Connection connection;
  private final Schema schema;

  IdScan(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
  }

  Set<ConversationId> conversations() {
    Set<ConversationId> ids = new HashSet<>();
    scan(schema.conversations(), Query.of(q -> q.matchAll(all -> all)))
        .each(connection, hit -> ids.add(new ConversationId(hit.id())));
    return ids;
  }

  /** Operations that remove all turns of a conversation, whole or half written. */
  List<BulkSender.Item> turnRemovals(ConversationId id) {
    List<BulkSender.Item> removals = new ArrayList<>();
    Query ofConversation =
        Query.of(q -> q.term(term -> term.field("conversation_id").value(id.value())));
    scan(schema.turns(), ofConversation)
        .each(connection, hit -> removals.add(new BulkSender.Item(id, 0, removal(hit.id()))));
    return removals;
  }

  private BulkOperation removal(String turn) {
    return BulkOperation.of(op -> op.delete(delete -> delete.index(schema.turns()).id(turn)));
  }

  private static Scan scan(String index, Query query) {
    return new Scan("Reading ids", index, query, Scan.AS_STORED, NOTHING, PAGE);
  }
}
