package io.earshot.index;

/** Makes an index that Earshot did not make. */
final class RawIndex {
  private RawIndex() {}

  static void create(ServerAddress address, String name) {
    try (Connection connection = Connection.open(address)) {
      connection.call("Creating", client -> client.indices().create(create -> create.index(name)));
    }
  }
}
