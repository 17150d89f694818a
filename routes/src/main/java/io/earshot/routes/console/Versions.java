package io.earshot.routes.console;

import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Version;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this process is made of, as its jars are named. */
final class Versions {
  private static final Map<String, String> NAMES =
      Map.of(
          "vosk", "Vosk",
          "artemis-server", "Artemis",
          "camel-main", "Camel",
          "onnxruntime", "ONNX Runtime",
          "hanlp", "HanLP",
          "ffmpeg", "FFmpeg",
          "vertx-core", "Vert.x",
          "sqlite-jdbc", "SQLite");
  private static final Pattern JAR =
      Pattern.compile("([a-z-]+?)-((?:portable-)?\\d[\\d.-]*\\d).*\\.jar");
  private static final Pattern SERVER = Pattern.compile("elasticsearch-(.+)");

  private final Map<String, String> all = new TreeMap<>();

  Versions(Home home) {
    all.put("Earshot", Version.number());
    all.put("Java", Runtime.version().toString());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      addJar(Path.of(entry).getFileName());
    }
    addServer(home);
  }

  private void addJar(Path jar) {
    Matcher matcher = JAR.matcher(jar == null ? "" : jar.toString());
    if (matcher.matches() && NAMES.containsKey(matcher.group(1))) {
      all.putIfAbsent(NAMES.get(matcher.group(1)), matcher.group(2));
    }
  }

  private void addServer(Home home) {
    try {
      Matcher matcher = SERVER.matcher(home.elasticsearch().getFileName().toString());
      if (matcher.matches()) {
        all.put("Elasticsearch", matcher.group(1));
      }
    } catch (EarshotException e) {
      // Where another machine's server is used, none need lie here.
    }
  }

  Map<String, String> all() {
    return all;
  }
}
