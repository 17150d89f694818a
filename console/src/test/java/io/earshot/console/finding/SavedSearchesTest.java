package io.earshot.console.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import io.earshot.console.testing.MemoryConversations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedSearchesTest {
  @TempDir private Path folder;
  private TestConsole console;
  private TestClient one;
  private TestClient other;

  @BeforeEach
  void start() throws Exception {
    console =
        TestConsole.start(
            folder,
            own ->
                new FindingSection(
                    new MemoryConversations(), own.store(), own.audit(), own.clock()));
    one = console.as(Role.SUPERVISOR);
    other = console.as(Role.TEAM_LEAD);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static Map<String, Object> draft(String title, boolean shared) {
    return Map.of("title", title, "search", "q=refund&agent=Ann", "shared", shared);
  }

  @Test
  void keepsAndListsByTitle() {
    assertThat(one.post("/searches", draft("zebra", false)).status()).isEqualTo(201);
    TestReply kept = one.post("/searches", draft("Angry ones", false));
    assertThat(kept.at("/by")).startsWith("supervisor");
    assertThat(one.get("/searches").at("/0/title")).isEqualTo("Angry ones");
    assertThat(one.get("/searches").json()).hasSize(2);
    assertThat(one.post("/searches", Map.of("title", "", "search", "")).status()).isEqualTo(400);
  }

  @Test
  void hidesWhatIsNotShared() {
    String number = one.post("/searches", draft("mine", false)).at("/number");
    assertThat(other.get("/searches").json()).isEmpty();
    assertThat(other.put("/searches/" + number, draft("stolen", true)).status()).isEqualTo(404);
    assertThat(other.delete("/searches/" + number).status()).isEqualTo(404);
    assertThat(one.get("/searches").at("/0/title")).isEqualTo("mine");
  }

  @Test
  void letsOthersReadWhatIsSharedAndNotChangeIt() {
    String number = one.post("/searches", draft("ours", true)).at("/number");
    assertThat(other.get("/searches").at("/0/number")).isEqualTo(number);
    assertThat(other.put("/searches/" + number, draft("stolen", true)).status()).isEqualTo(403);
    assertThat(other.delete("/searches/" + number).status()).isEqualTo(403);
    console.clock().advance(Duration.ofMinutes(1));
    TestReply changed = one.put("/searches/" + number, draft("mine again", false));
    assertThat(changed.at("/title")).isEqualTo("mine again");
    assertThat(changed.at("/at"))
        .isEqualTo(console.clock().instant().toString().replaceAll("(\\.\\d{3})\\d*", "$1"));
    assertThat(other.get("/searches").json()).isEmpty();
    assertThat(one.delete("/searches/" + number).status()).isEqualTo(204);
    assertThat(one.delete("/searches/" + number).status()).isEqualTo(404);
  }
}
