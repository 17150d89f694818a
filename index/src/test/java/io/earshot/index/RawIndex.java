package io.earshot.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.List;

/** Writes to the server what Earshot of today would not. */
final class RawIndex {
  private RawIndex() {}

  static void create(ServerAddress address, String name) {
    try (Connection connection = Connection.open(address)) {
      connection.call("Creating", client -> client.indices().create(create -> create.index(name)));
    }
  }

  /** The last document of some bulk lines, without some of its fields. */
  static void writeWithout(
      ServerAddress address, String index, String id, String lines, List<String> fields) {
    String[] all = lines.split("\n");
    try (Connection connection = Connection.open(address)) {
      connection.call(
          "Writing",
          client -> {
            ObjectNode document = (ObjectNode) new ObjectMapper().readTree(all[all.length - 1]);
            document.remove(fields);
            return client.index(
                request ->
                    request.index(index).id(id).withJson(new StringReader(document.toString())));
          });
    }
  }
}
