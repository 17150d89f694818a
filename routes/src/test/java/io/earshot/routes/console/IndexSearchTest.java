package io.earshot.routes.console;

import io.earshot.console.finding.ConversationSearch;
import io.earshot.console.overview.ConversationFigures;
import io.earshot.index.ConversationIndex;
import io.earshot.index.IndexSettings;
import io.earshot.index.TextFold;
import io.earshot.index.server.PrivateElasticsearch;
import io.earshot.routes.home.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The real index behind the console. */
class IndexSearchTest extends FindingContract {
  @TempDir private static Path folder;
  private static PrivateElasticsearch server;
  private static ConversationIndex index;

  @BeforeAll
  static void fill() throws Exception {
    // As root the server runs as another user, who must get through to its folders.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    Home home = new Home(folder.resolve("home"), checkout.resolve("routes/target/dist"), checkout);
    IndexSettings settings = IndexSettings.defaults();
    home.create();
    server = PrivateElasticsearch.start(settings, home.elasticsearch(), home.root(), started -> {});
    index = ConversationIndex.open(server.address(), settings, TextFold.NONE);
    index.prepare();
    sketches().forEach(sketch -> index.write(sketch.conversation(), sketch.analysis()));
    index.refresh();
  }

  @AfterAll
  static void stop() {
    index.close();
    server.close();
  }

  @Override
  ConversationSearch search() {
    return new IndexSearch(() -> index);
  }

  @Override
  ConversationFigures figures() {
    return new IndexFigures(() -> index);
  }
}
