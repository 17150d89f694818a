package io.earshot.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes to the server what Earshot of today would not. */
final class RawIndex {
  private RawIndex() {}

  static void create(ServerAddress address, String name) {
    try (Connection connection = Connection.open(address)) {
      connection.call("Creating", client -> client.indices().create(create -> create.index(name)));
    }
  }

  /** An index of conversations as it was before turns had their sounds. */
  static void createWithoutSounds(ServerAddress address, String alias) {
    try (Connection connection = Connection.open(address);
        InputStream stream = Schema.class.getResourceAsStream("conversations.json")) {
      String definition =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .replace("${alias}", alias)
              .replace("${version}", Integer.toString(Schema.VERSION))
              .replace("${shards}", "1")
              .replace("${replicas}", "0");
      ObjectNode index = (ObjectNode) new ObjectMapper().readTree(definition);
      ((ObjectNode) index.at("/mappings/properties/turns/properties")).remove("sounds");
      ((ArrayNode) index.at("/mappings/_source/excludes")).remove(3);
      connection.call(
          "Creating",
          client ->
              client
                  .indices()
                  .create(
                      create ->
                          create
                              .index(alias + "-v1")
                              .withJson(new StringReader(index.toString()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
            document.path("turns").forEach(turn -> ((ObjectNode) turn).remove(fields));
            return client.index(
                request ->
                    request.index(index).id(id).withJson(new StringReader(document.toString())));
          });
    }
  }
}
