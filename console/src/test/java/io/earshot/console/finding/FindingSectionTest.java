package io.earshot.console.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestClient;
import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Right;
import io.earshot.console.access.Role;
import io.earshot.console.access.user.UserRights;
import io.earshot.console.testing.MemoryConversations;
import io.earshot.console.testing.Sketch;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse.Shape;
import io.earshot.conversation.Resolution.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real HTTP; the conversations are in memory. */
class FindingSectionTest {
  private final MemoryConversations conversations = new MemoryConversations();
  @TempDir private Path folder;
  private TestConsole console;
  private TestClient supervisor;
  private TestClient ann;

  @BeforeEach
  void start() throws Exception {
    conversations.add(
        Sketch.named("a")
            .by("Ann")
            .with(Conversation.QUEUE, "Billing")
            .with(Conversation.CUSTOMER, "C-1")
            .saying("I want a Refund")
            .score(20)
            .marked("anger", -0.9, Shape.ESCALATION));
    conversations.add(
        Sketch.named("b")
            .by("Bob")
            .with(Conversation.CUSTOMER, "C-1")
            .at("2026-03-06T10:00:00Z")
            .saying("the refund came")
            .outcome(Outcome.SOLVED)
            .score(80));
    conversations.add(
        Sketch.named("c").by("Ann").at("2026-03-07T10:00:00Z").intents("=cmd", "退款").score(50));
    console =
        TestConsole.start(
            folder,
            own -> new FindingSection(conversations, own.store(), own.audit(), own.clock()));
    supervisor = console.as(Role.SUPERVISOR);
    ann =
        console.as(
            "ann",
            new UserRights("Ann", List.of(Role.AGENT), "Ann", List.of(), List.of(), false, true));
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static List<String> sources(TestReply reply) {
    List<String> sources = new ArrayList<>();
    reply.json().path("hits").forEach(hit -> sources.add(hit.at("/conversation/source").asText()));
    return sources;
  }

  @Test
  void findsNewestFirstWithTheMoment() {
    TestReply reply = supervisor.get("/conversations?q=refund");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(sources(reply)).containsExactly("b", "a");
    assertThat(reply.at("/total")).isEqualTo("2");
    assertThat(reply.at("/hits/1/moments/0/text")).isEqualTo("I want a Refund");
    assertThat(reply.at("/hits/1/moments/0/spans/0/start")).isEqualTo("9");
    assertThat(reply.at("/hits/1/conversation/emotion/shape")).isEqualTo("escalation");
    assertThat(reply.at("/hits/0/conversation/outcome")).isEqualTo("solved");
  }

  @Test
  void narrowsAndSorts() {
    assertThat(sources(supervisor.get("/conversations?sort=score"))).containsExactly("a", "c", "b");
    assertThat(sources(supervisor.get("/conversations?sort=-score&limit=1&offset=1")))
        .containsExactly("c");
    assertThat(sources(supervisor.get("/conversations?agent=Bob&agent=Cid"))).containsExactly("b");
    assertThat(sources(supervisor.get("/conversations?score_from=30&score_to=60")))
        .containsExactly("c");
    assertThat(sources(supervisor.get("/conversations?from=2026-03-06T00:00:00Z&outcome=unknown")))
        .containsExactly("c");
    assertThat(supervisor.get("/conversations?from=2026-13-06T00:00:00Z").status()).isEqualTo(400);
    assertThat(supervisor.get("/conversations?from=2026-12-31T23:59:60Z").status()).isEqualTo(400);
  }

  @Test
  void showsAnAgentTheOwnConversationsAlone() {
    assertThat(sources(ann.get("/conversations"))).containsExactly("c", "a");
    assertThat(sources(ann.get("/conversations?agent=Bob"))).isEmpty();
    assertThat(ann.get("/conversations/facets").at("/fields/agent/0/count")).isEqualTo("2");
    assertThat(ann.get("/conversations/facets").json().at("/fields/agent")).hasSize(1);
    assertThat(sources(ann.get("/conversations/sample?size=50"))).doesNotContain("b").hasSize(2);
    assertThat(ann.get("/queries/completions?q=agent:&position=6").json().at("/completions"))
        .hasSize(1);
  }

  @Test
  void saysWhereAQueryIsWrong() {
    TestReply reply = supervisor.get("/conversations?q=ab+(");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/type")).isEqualTo("urn:earshot:problem:query");
    assertThat(reply.at("/start")).isEqualTo("3");
    assertThat(reply.at("/end")).isEqualTo("4");
    assertThat(supervisor.get("/conversations/facets?q=(").status()).isEqualTo(400);
    assertThat(supervisor.get("/conversations/sample?q=(").status()).isEqualTo(400);
    TestReply rows = supervisor.get("/conversations.csv?q=(");
    assertThat(rows.status()).isEqualTo(400);
    assertThat(rows.header("Content-Type")).isEqualTo("application/problem+json");
    TestReply checked = supervisor.get("/queries/check?q=(");
    assertThat(checked.at("/valid")).isEqualTo("false");
    assertThat(checked.at("/start")).isEqualTo("0");
    assertThat(supervisor.get("/queries/check?q=refund").at("/valid")).isEqualTo("true");
    assertThat(supervisor.get("/queries/check").at("/valid")).isEqualTo("true");
  }

  @Test
  void countsAFacetWithoutItsOwnCondition() {
    TestReply counts = supervisor.get("/conversations/facets?agent=Bob&score_from=70");
    assertThat(counts.at("/total")).isEqualTo("1");
    assertThat(counts.json().at("/fields/agent")).hasSize(1);
    assertThat(supervisor.get("/conversations/facets?agent=Bob").json().at("/fields/agent"))
        .hasSize(2);
    assertThat(counts.json().at("/score")).hasSize(10);
    assertThat(counts.at("/days/0/day")).isEqualTo("2026-03-06");
  }

  @Test
  void drawsTheSameSampleAgain() {
    TestReply first = supervisor.get("/conversations/sample?size=2&seed=5");
    assertThat(first.json().path("hits")).hasSize(2);
    assertThat(sources(supervisor.get("/conversations/sample?size=2&seed=5")))
        .isEqualTo(sources(first));
  }

  @Test
  void exportsAllRowsForSpreadsheets() {
    TestReply reply = supervisor.get("/conversations.csv");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(reply.header("Content-Disposition")).contains("attachment").contains(".csv");
    assertThat(reply.bytes()).startsWith(0xEF, 0xBB, 0xBF);
    String[] lines = reply.text().split("\r\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[0]).startsWith("\ufeffid,started_at,channel");
    assertThat(lines[1]).contains(",'=cmd; 退款,");
    assertThat(supervisor.get("/conversations.csv?agent=Bob").text().split("\r\n")).hasSize(2);
  }

  @Test
  void exportsManyPieces() {
    for (int i = 0; i < 3_000; i++) {
      conversations.add(Sketch.named("many" + i).by("Zoe"));
    }
    assertThat(supervisor.get("/conversations.csv?agent=Zoe").text().split("\r\n")).hasSize(3_001);
  }

  @Test
  void needsTheRightToExport() {
    assertThat(ann.get("/conversations.csv").status()).isEqualTo(403);
    assertThat(console.program(Right.EXPORT).get("/conversations.csv").status()).isEqualTo(200);
    assertThat(console.program(Right.EXPORT).get("/conversations").status()).isEqualTo(403);
    assertThat(console.stranger().get("/conversations").status()).isEqualTo(401);
  }

  @Test
  void listsTheCustomersOtherContacts() {
    String id = Sketch.named("b").id().value();
    TestReply reply = supervisor.get("/conversations/%s/contacts".formatted(id));
    assertThat(reply.json()).hasSize(2);
    assertThat(reply.at("/0/source")).isEqualTo("a");
    String alone = Sketch.named("c").id().value();
    assertThat(supervisor.get("/conversations/%s/contacts".formatted(alone)).json()).hasSize(1);
    assertThat(supervisor.get("/conversations/nobody/contacts").status()).isEqualTo(404);
  }

  @Test
  void hidesContactsOutsideOfTheScope() {
    String own = Sketch.named("a").id().value();
    String others = Sketch.named("b").id().value();
    assertThat(ann.get("/conversations/%s/contacts".formatted(own)).json()).hasSize(1);
    TestReply refused = ann.get("/conversations/%s/contacts".formatted(others));
    TestReply unknown = ann.get("/conversations/%s/contacts".formatted("0".repeat(32)));
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text()).isEqualTo(unknown.text());
    assertThat(audited("denied").json().path("entries")).hasSize(1);
  }

  @Test
  void notesWhatWasAskedButNotItsWords() {
    supervisor.get("/conversations");
    assertThat(audited("search").at("/total")).isEqualTo("0");
    supervisor.get("/conversations?q=Mrs+Miller&agent=Ann");
    TestReply entries = audited("search");
    assertThat(entries.at("/entries/0/detail")).isEqualTo("query of 10 characters, agent");
    assertThat(entries.text()).doesNotContain("Miller");
    supervisor.get("/conversations.csv?queue=Billing");
    assertThat(audited("export").at("/entries/0/detail")).isEqualTo("queue");
  }

  private TestReply audited(String action) {
    return console.as(Role.ADMINISTRATOR).get("/audit?action=" + action);
  }

  @Test
  void proposesFieldsAndValues() {
    TestReply fields = supervisor.get("/queries/completions?q=ag&position=2");
    assertThat(fields.at("/completions/0/text")).isEqualTo("agent:");
    assertThat(fields.at("/completions/0/kind")).isEqualTo("field");
    assertThat(fields.json().at("/completions/0/count").isMissingNode()).isTrue();
    assertThat(
            supervisor.get("/queries/completions?q=agent:A&position=7").at("/completions/0/text"))
        .isEqualTo("agent:Ann");
  }
}
