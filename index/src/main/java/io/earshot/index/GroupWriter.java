package io.earshot.index;

import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.util.BinaryData;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the documents of a group of conversations together.
 *
 * <p>In three steps: ask how many turns each had before; write all turns and remove those that are
 * no more; write the conversations whose turns were all acknowledged. So a conversation document
 * stands for a complete conversation at every moment, and a write that broke off is repeated as a
 * whole with the same result.
 */
final class GroupWriter {
  private final Connection connection;
  private final Schema schema;
  private final BulkSender sender;

  GroupWriter(Connection connection, Schema schema) {
    this.connection = connection;
    this.schema = schema;
    this.sender = new BulkSender(connection);
  }

  /**
   * Writes a group in which no conversation occurs twice.
   *
   * @return the failures of single conversations; the others are stored
   * @throws EarshotException when the whole group failed
   */
  Map<ConversationId, EarshotException> write(List<DocumentSet> group) {
    Map<ConversationId, Integer> before = turnsBefore(group);
    List<BulkSender.Item> turns = new ArrayList<>();
    for (DocumentSet documents : group) {
      addTurns(documents, before.getOrDefault(documents.id(), 0), turns);
    }
    Map<ConversationId, EarshotException> failures = new HashMap<>(sender.send(turns));
    List<BulkSender.Item> wholes = new ArrayList<>();
    for (DocumentSet documents : group) {
      if (!failures.containsKey(documents.id())) {
        wholes.add(whole(documents));
      }
    }
    failures.putAll(sender.send(wholes));
    return failures;
  }

  private Map<ConversationId, Integer> turnsBefore(List<DocumentSet> group) {
    List<String> ids = group.stream().map(documents -> documents.id().value()).toList();
    MgetResponse<JsonNode> response =
        connection.call(
            "Asking for earlier versions",
            client ->
                client.mget(
                    mget ->
                        mget.index(schema.conversations())
                            .ids(ids)
                            .sourceIncludes(List.of("turn_count")),
                    JsonNode.class));
    Map<ConversationId, Integer> counts = new HashMap<>();
    for (MultiGetResponseItem<JsonNode> item : response.docs()) {
      if (item.isFailure()) {
        throw Failures.ofItem("Asking for earlier versions", 503, item.failure().error());
      }
      GetResult<JsonNode> found = item.result();
      if (found.found() && found.source() != null) {
        counts.put(new ConversationId(found.id()), found.source().path("turn_count").asInt());
      }
    }
    return counts;
  }

  private void addTurns(DocumentSet documents, int before, List<BulkSender.Item> items) {
    for (DocumentSet.Turn turn : documents.turns()) {
      String id = DocumentSet.turnId(documents.id(), turn.index());
      items.add(
          new BulkSender.Item(
              documents.id(), turn.json().length, index(schema.turns(), id, turn.json())));
    }
    for (int stale = documents.firstStale(); stale < before; stale++) {
      String id = DocumentSet.turnId(documents.id(), stale);
      BulkOperation removal =
          BulkOperation.of(op -> op.delete(delete -> delete.index(schema.turns()).id(id)));
      items.add(new BulkSender.Item(documents.id(), 0, removal));
    }
  }

  private BulkSender.Item whole(DocumentSet documents) {
    return new BulkSender.Item(
        documents.id(),
        documents.conversation().length,
        index(schema.conversations(), documents.id().value(), documents.conversation()));
  }

  private static BulkOperation index(String index, String id, byte[] json) {
    BinaryData document = BinaryData.of(json, "application/json");
    return BulkOperation.of(op -> op.index(put -> put.index(index).id(id).document(document)));
  }
}
