package io.earshot.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.IndexState;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The two indices, their names, and their making. Documents are addressed by aliases; the indices
 * behind carry the version of the mappings, so that a later version can be built beside this one.
 */
final class Schema {
  static final int VERSION = 1;

  /** Raised with every change of the mapping files that old documents do not fit. */
  private static final String META_KEY = "earshot_schema";

  private final IndexSettings settings;

  Schema(IndexSettings settings) {
    this.settings = settings;
  }

  String conversations() {
    return settings.prefix() + "-conversations";
  }

  String turns() {
    return settings.prefix() + "-turns";
  }

  /** Makes what is missing. Safe when several processes do it at once: the first one wins. */
  void prepare(ElasticsearchClient client) throws IOException {
    prepare(client, conversations(), "conversations.json");
    prepare(client, turns(), "turns.json");
  }

  private void prepare(ElasticsearchClient client, String alias, String mapping)
      throws IOException {
    Map<String, IndexState> existing = behind(client, alias);
    if (existing.isEmpty()) {
      create(client, alias, mapping);
      existing = behind(client, alias);
    }
    for (Map.Entry<String, IndexState> index : existing.entrySet()) {
      verify(alias, index.getKey(), index.getValue());
      extend(client, index.getKey(), mapping);
    }
  }

  /**
   * Fields that a later release added; those that are there stay as they are. What is kept of a
   * document's source can't be changed later, so an older index keeps a young field in it too.
   */
  private void extend(ElasticsearchClient client, String index, String mapping) throws IOException {
    ObjectNode mappings =
        new ObjectMapper().readTree(definition("", mapping)).withObject("/mappings");
    mappings.remove("_source");
    String young = mappings.toString();
    client.indices().putMapping(put -> put.index(index).withJson(new StringReader(young)));
  }

  private static Map<String, IndexState> behind(ElasticsearchClient client, String alias)
      throws IOException {
    return client.indices().get(get -> get.index(alias).ignoreUnavailable(true)).result();
  }

  private void create(ElasticsearchClient client, String alias, String mapping) throws IOException {
    String definition = definition(alias, mapping);
    try {
      client
          .indices()
          .create(
              create ->
                  create.index(alias + "-v" + VERSION).withJson(new StringReader(definition)));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  private String definition(String alias, String mapping) {
    return read(mapping)
        .replace("${alias}", alias)
        .replace("${version}", Integer.toString(VERSION))
        .replace("${shards}", Integer.toString(settings.shards()))
        .replace("${replicas}", Integer.toString(settings.replicas()));
  }

  private static void verify(String alias, String index, IndexState state) {
    int found =
        Optional.ofNullable(state.mappings())
            .map(mappings -> mappings.meta().get(META_KEY))
            .map(version -> version.to(Integer.class))
            .orElse(0);
    if (found != VERSION) {
      throw EarshotException.misconfigured(
          "Index %s behind %s has schema %s, this Earshot writes schema %d: %s"
              .formatted(
                  index,
                  alias,
                  found == 0 ? "none of ours" : found,
                  VERSION,
                  "use the Earshot that made it, or another index.prefix and process again"));
    }
  }

  private static String read(String name) {
    try (InputStream stream = Schema.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading %s from the jar failed".formatted(name), e);
    }
  }
}
