package io.earshot.index;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends operations in bulk requests of bounded size and looks at what became of each one, because a
 * bulk request answers 200 even when every item of it failed.
 */
final class BulkSender {
  /** Elasticsearch's guide names 5 to 15 MB as a good size; its limit is 100 MB. */
  private static final long MOST_BYTES = 8L << 20;

  private static final int MOST_ITEMS = 5000;
  private static final int NOT_FOUND = 404;

  private final Connection connection;

  BulkSender(Connection connection) {
    this.connection = connection;
  }

  /**
   * One operation.
   *
   * @param owner the conversation whose write fails when this operation does
   */
  record Item(ConversationId owner, long bytes, BulkOperation operation) {}

  /** The first failure of each conversation that had one. */
  Map<ConversationId, EarshotException> send(List<Item> items) {
    Map<ConversationId, EarshotException> failures = new HashMap<>();
    int from = 0;
    while (from < items.size()) {
      int to = end(items, from);
      sendOne(items.subList(from, to), failures);
      from = to;
    }
    return failures;
  }

  private static int end(List<Item> items, int from) {
    long bytes = items.get(from).bytes();
    int to = from + 1;
    while (to < items.size()
        && to - from < MOST_ITEMS
        && bytes + items.get(to).bytes() <= MOST_BYTES) {
      bytes += items.get(to++).bytes();
    }
    return to;
  }

  private void sendOne(List<Item> items, Map<ConversationId, EarshotException> failures) {
    List<BulkOperation> operations = new ArrayList<>(items.size());
    items.forEach(item -> operations.add(item.operation()));
    BulkResponse response =
        connection.call(
            "Writing %d documents".formatted(items.size()),
            client -> client.bulk(bulk -> bulk.operations(operations)));
    if (!response.errors()) {
      return;
    }
    List<BulkResponseItem> results = response.items();
    for (int i = 0; i < results.size(); i++) {
      BulkResponseItem result = results.get(i);
      boolean alreadyGone =
          result.operationType() == OperationType.Delete && result.status() == NOT_FOUND;
      if (result.error() != null && !alreadyGone) {
        String task = "Writing document %s".formatted(result.id());
        failures.putIfAbsent(
            items.get(i).owner(), Failures.ofItem(task, result.status(), result.error()));
      }
    }
  }
}
