package io.earshot.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.conversation.Kept;
import io.earshot.console.conversation.RecordedAudit;
import io.earshot.console.conversation.VisibleConversations;
import io.earshot.console.conversation.testing.FakeArchive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentSectionTest {
  private static final String CALL = Kept.call().conversation().id().value();
  private static final String COMMENTS = "/conversations/%s/comments".formatted(CALL);
  private static final String PRIVATE = "{\"text\":\"look into it\",\"start_ms\":5000}";
  private static final String COACHING =
      "{\"text\":\"well said\",\"start_ms\":1500,\"end_ms\":3500,\"turn\":0,\"coaching\":true}";

  @TempDir private Path folder;
  private final RecordedAudit audit = new RecordedAudit();
  private TestConsole console;
  private TestClient sue;
  private TestClient tom;
  private TestClient anna;

  @BeforeEach
  void start() throws Exception {
    FakeArchive archive = new FakeArchive().keep(Kept.call());
    VisibleConversations visible = new VisibleConversations(archive, audit);
    console =
        TestConsole.start(
            folder,
            own -> new CommentSection(new Comments(own.store(), own.clock()), visible, audit));
    sue = console.as("sue", UserRights.of("Sue", Role.SUPERVISOR));
    tom = console.as("tom", UserRights.of("Tom", Role.TEAM_LEAD));
    anna = console.as("anna", agent("anna"));
  }

  private static UserRights agent(String name) {
    return new UserRights(name, List.of(Role.AGENT), name, List.of(), List.of(), false, true);
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static String number(TestReply added) {
    return "/comments/" + added.at("/number");
  }

  @Test
  void keepsCommentsInTheOrderOfTheirMoments() {
    TestReply later = sue.post(COMMENTS, PRIVATE);
    TestReply earlier = tom.post(COMMENTS, COACHING);
    assertThat(later.status()).isEqualTo(201);
    assertThat(later.at("/by")).isEqualTo("sue");
    assertThat(later.json().has("end_ms")).isFalse();
    assertThat(later.json().has("agent")).isFalse();
    assertThat(earlier.at("/end_ms")).isEqualTo("3500");
    assertThat(sue.get(COMMENTS).json()).containsExactly(earlier.json(), later.json());
    assertThat(audit.audited())
        .containsExactly(
            "sue comment %s added 1".formatted(CALL), "tom comment %s added 2".formatted(CALL));
  }

  @Test
  void showsAnAgentWhatIsForCoachingAlone() {
    sue.post(COMMENTS, PRIVATE);
    TestReply coaching = sue.post(COMMENTS, COACHING);
    assertThat(anna.get(COMMENTS).json()).containsExactly(coaching.json());
    assertThat(anna.get("/comments?agent=anna").at("/total")).isEqualTo("1");
    assertThat(anna.post(COMMENTS, COACHING).status()).isEqualTo(403);
    TestClient bert = console.as("bert", agent("bert"));
    assertThat(bert.get(COMMENTS).status()).isEqualTo(404);
    assertThat(bert.get("/comments?agent=anna").at("/total")).isEqualTo("0");
  }

  @Test
  void findsCommentsOfAnAgentLatestFirst() {
    TestReply first = sue.post(COMMENTS, PRIVATE);
    console.clock().advance(Duration.ofMinutes(1));
    TestReply second = sue.post(COMMENTS, COACHING);
    assertThat(tom.get("/comments?agent=anna").json().at("/comments"))
        .containsExactly(second.json(), first.json());
    assertThat(tom.get("/comments?agent=anna&coaching=true").json().at("/comments"))
        .containsExactly(second.json());
    assertThat(tom.get("/comments?agent=anna&offset=1&limit=1").json().at("/comments"))
        .containsExactly(first.json());
    assertThat(tom.get("/comments?agent=bert").at("/total")).isEqualTo("0");
  }

  @Test
  void letsTheirAuthorChangeAndDeleteThem() {
    TestReply added = sue.post(COMMENTS, PRIVATE);
    console.clock().advance(Duration.ofMinutes(1));
    TestReply changed = sue.put(number(added), COACHING);
    assertThat(changed.at("/text")).isEqualTo("well said");
    assertThat(changed.at("/at")).isEqualTo(added.at("/at"));
    assertThat(changed.at("/changed_at")).isEqualTo(console.clock().instant().toString());
    assertThat(sue.delete(number(added)).status()).isEqualTo(204);
    assertThat(sue.get(COMMENTS).json()).isEmpty();
    assertThat(sue.delete(number(added)).status()).isEqualTo(404);
  }

  @Test
  void letsNobodyElseChangeThem() {
    TestReply added = sue.post(COMMENTS, PRIVATE);
    assertThat(tom.put(number(added), COACHING).status()).isEqualTo(403);
    assertThat(tom.delete(number(added)).status()).isEqualTo(403);
    TestClient bob =
        console.as(
            "bob",
            new UserRights(
                "Bob", List.of(Role.SUPERVISOR), "", List.of("repairs"), List.of(), false, true));
    assertThat(bob.delete(number(added)).status()).isEqualTo(404);
    assertThat(sue.get(COMMENTS).json()).containsExactly(added.json());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\" \",\"start_ms\":0}",
        "{\"text\":\"a\",\"start_ms\":5,\"end_ms\":4}",
        "{\"text\":\"a\",\"start_ms\":0,\"turn\":2}",
        "{\"text\":\"a\",\"start_ms\":-1}",
        "{\"text\":\"a\"}",
        "{\"text\":\"a\",\"start_ms\":0,\"by\":\"eve\"}"
      })
  void refusesWhatMakesNoSense(String body) {
    TestReply reply = sue.post(COMMENTS, body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).doesNotContain("io.earshot");
  }
}
