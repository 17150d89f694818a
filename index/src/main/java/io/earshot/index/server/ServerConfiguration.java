package io.earshot.index.server;

import io.earshot.index.IndexSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Writes the server's configuration anew at each start. */
final class ServerConfiguration {
  private ServerConfiguration() {}

  static void write(
      ServerFolders folders, IndexSettings settings, Ports ports, Credentials user, RunAs runAs)
      throws IOException {
    Map<String, String> values =
        Map.of(
            "data", quoted(folders.data()),
            "logs", quoted(folders.logs()),
            "http", Integer.toString(ports.http()),
            "transport", Integer.toString(ports.transport()),
            "heap", Long.toString(settings.heap() >> 20),
            "temporary", folders.temporary().toString(),
            "errors", folders.logs().toString(),
            "mark", ProcessMark.option(folders));
    put(folders, runAs, "elasticsearch.yml", filled("elasticsearch.yml", values));
    put(folders, runAs, "jvm.options", filled("jvm.options", values));
    put(folders, runAs, "log4j2.properties", filled("log4j2.properties", values));
    put(folders, runAs, "users", user.userLine());
    put(folders, runAs, "users_roles", "superuser:" + Credentials.USER + "\n");
    put(folders, runAs, "roles.yml", "");
    put(folders, runAs, "role_mapping.yml", "");
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  private static String filled(String template, Map<String, String> values) throws IOException {
    String text;
    try (InputStream stream = ServerConfiguration.class.getResourceAsStream(template)) {
      text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    return text;
  }

  private static void put(ServerFolders folders, RunAs runAs, String name, String content)
      throws IOException {
    Path file = folders.configuration().resolve(name);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, content);
    runAs.own(file);
  }
}
