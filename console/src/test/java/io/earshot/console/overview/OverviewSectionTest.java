package io.earshot.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.testing.MemoryConversations;
import io.earshot.console.testing.Sketch;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverviewSectionTest {
  private static final String WEEK = "from=2026-03-02T00:00:00Z&to=2026-03-09T00:00:00Z";

  private final MemoryConversations conversations = new MemoryConversations();
  @TempDir private Path folder;
  private TestConsole console;
  private TestClient supervisor;

  @BeforeEach
  void start() throws Exception {
    conversations.add(
        Sketch.named("a")
            .by("Ann")
            .at("2026-03-02T09:30:00Z")
            .score(40)
            .outcome(Outcome.UNSOLVED)
            .escalated()
            .marked("anger", -0.9, Shape.ESCALATION));
    conversations.add(
        Sketch.named("b").by("Bob").at("2026-03-02T23:30:00Z").score(80).outcome(Outcome.SOLVED));
    conversations.add(Sketch.named("c").by("Ann").at("2026-03-04T09:00:00Z").score(60));
    conversations.add(Sketch.named("old").by("Ann").at("2026-02-25T09:00:00Z").score(10));
    console = TestConsole.start(folder, own -> new OverviewSection(conversations));
    supervisor = console.as(Role.SUPERVISOR);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  @Test
  void comparesWithTheWeekBefore() {
    TestReply reply = supervisor.get("/overview?" + WEEK);
    assertThat(reply.at("/now/conversations")).isEqualTo("3");
    assertThat(reply.at("/now/score")).isEqualTo("60.0");
    assertThat(reply.at("/now/solved_share")).isEqualTo("0.5");
    assertThat(reply.at("/before/conversations")).isEqualTo("1");
    assertThat(reply.json().at("/before/solved_share").isNull()).isTrue();
    assertThat(reply.at("/before_from")).isEqualTo("2026-02-23T00:00:00Z");
    assertThat(reply.at("/before_to")).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(reply.json().path("course")).hasSize(7);
    assertThat(reply.at("/course/0/figures/conversations")).isEqualTo("2");
  }

  @Test
  void beginsDaysInTheZoneThatIsAskedFor() {
    TestReply reply = supervisor.get("/overview?zone=Asia/Shanghai&" + WEEK);
    assertThat(reply.json().path("course")).hasSize(8);
    assertThat(reply.at("/course/0/to")).isEqualTo("2026-03-02T16:00:00Z");
    assertThat(reply.at("/course/0/figures/conversations")).isEqualTo("1");
    assertThat(supervisor.get("/overview?zone=Atlantis/City&" + WEEK).status()).isEqualTo(400);
  }

  @Test
  void breaksDown() {
    TestReply agents = supervisor.get("/overview/breakdown?by=agent&" + WEEK);
    assertThat(agents.at("/0/value")).isEqualTo("Ann");
    assertThat(agents.at("/0/now/conversations")).isEqualTo("2");
    assertThat(agents.at("/0/now/negative_share")).isEqualTo("0.5");
    assertThat(agents.at("/0/before/conversations")).isEqualTo("1");
    TestReply hours =
        supervisor.get("/overview/breakdown?by=hour_of_day&zone=Asia/Shanghai&limit=1&" + WEEK);
    assertThat(hours.at("/0/value")).isEqualTo("17");
    assertThat(supervisor.get("/overview/breakdown?by=weekday&" + WEEK).at("/0/value"))
        .isEqualTo("1");
  }

  @Test
  void refusesPeriodsThatAreEmptyOrTooLong() {
    String refused = "/overview?from=%s&to=%s&interval=%s";
    assertThat(
            supervisor
                .get(refused.formatted("2026-03-02T00:00:00Z", "2026-03-02T00:00:00Z", "day"))
                .status())
        .isEqualTo(400);
    assertThat(
            supervisor
                .get(refused.formatted("0001-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "week"))
                .status())
        .isEqualTo(400);
    assertThat(
            supervisor
                .get(refused.formatted("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "hour"))
                .at("/detail"))
        .contains("longer interval");
  }

  @Test
  void countsWithinTheScopeAlone() {
    TestClient ann =
        console.as(
            "ann",
            new UserRights("Ann", List.of(Role.AGENT), "Ann", List.of(), List.of(), false, true));
    assertThat(ann.get("/overview?" + WEEK).at("/now/conversations")).isEqualTo("2");
    assertThat(ann.get("/overview?agent=Bob&" + WEEK).at("/now/conversations")).isEqualTo("0");
    assertThat(ann.get("/overview/breakdown?by=agent&" + WEEK).json()).hasSize(1);
  }
}
