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
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewSectionTest {
  private static final String CALL = Kept.call().conversation().id().value();
  private static final String CHAT = Kept.chat().conversation().id().value();
  private static final String CONFIRMED =
      "{\"kind\":\"emotion\",\"name\":\"angry\",\"turn\":1,\"verdict\":\"confirmed\"}";

  @TempDir private Path folder;
  private final RecordedAudit audit = new RecordedAudit();
  private TestConsole console;
  private TestClient sue;
  private TestClient tom;

  @BeforeEach
  void start() throws Exception {
    FakeArchive archive = new FakeArchive().keep(Kept.call()).keep(Kept.chat());
    VisibleConversations visible = new VisibleConversations(archive, audit);
    Labels labels = kind -> kind.equals("emotion") ? List.of("angry", "neutral") : List.of();
    console =
        TestConsole.start(
            folder,
            own ->
                new ReviewSection(new Reviews(own.store(), own.clock()), visible, labels, audit));
    sue = console.as("sue", UserRights.of("Sue", Role.SUPERVISOR));
    tom = console.as("tom", UserRights.of("Tom", Role.TEAM_LEAD));
  }

  @AfterEach
  void stop() throws Exception {
    console.close();
  }

  private static String reviews(String id) {
    return "/conversations/%s/reviews".formatted(id);
  }

  private static Map<String, Object> corrected(String kind, String name, String correct) {
    return Map.of(
        "kind", kind, "name", name, "turn", 1, "verdict", "corrected", "correct_name", correct);
  }

  @Test
  void keepsWhoSaidWhatWhen() {
    TestReply reply = sue.post(reviews(CALL), CONFIRMED);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.at("/by")).isEqualTo("sue");
    assertThat(reply.at("/at")).isEqualTo(console.clock().instant().toString());
    assertThat(tom.get(reviews(CALL)).json()).hasSize(1).contains(reply.json());
    assertThat(audit.audited())
        .containsExactly("sue review %s emotion of turn 1 confirmed".formatted(CALL));
  }

  @Test
  void replacesWhatTheSameOneSaidBefore() {
    sue.post(reviews(CALL), CONFIRMED);
    tom.post(reviews(CALL), CONFIRMED);
    sue.post(reviews(CALL), corrected("emotion", "angry", "neutral"));
    assertThat(tom.get(reviews(CALL)).json()).hasSize(2);
    assertThat(tom.get(reviews(CALL)).json().findValuesAsText("verdict"))
        .containsExactlyInAnyOrder("confirmed", "corrected");
  }

  @Test
  void takesAReviewOfTheWholeConversation() {
    TestReply reply =
        sue.post(
            reviews(CALL), "{\"kind\":\"outcome\",\"name\":\"solved\",\"verdict\":\"rejected\"}");
    assertThat(reply.at("/turn")).isEqualTo("-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"emotion\",\"turn\":2,\"verdict\":\"confirmed\"}",
        "{\"kind\":\"emotion\",\"turn\":1,\"verdict\":\"corrected\"}",
        "{\"kind\":\"emotion\",\"turn\":1,\"verdict\":\"corrected\",\"correct_name\":\"  \"}",
        "{\"kind\":\"emotion\",\"turn\":1,\"verdict\":\"corrected\",\"correct_name\":\"angri\"}",
        "{\"kind\":\"emotion\",\"turn\":1,\"verdict\":\"confirmed\",\"correct_name\":\"angry\"}",
        "{\"kind\":\"emotion\",\"turn\":1,\"verdict\":\"liked\"}",
        "{\"kind\":\"\",\"turn\":1,\"verdict\":\"confirmed\"}",
        "{\"kind\":\"emotion\",\"turn\":1.5,\"verdict\":\"confirmed\"}"
      })
  void refusesWhatMakesNoSense(String body) {
    TestReply reply = sue.post(reviews(CALL), body);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).doesNotContain("io.earshot");
    assertThat(sue.get(reviews(CALL)).json()).isEmpty();
  }

  @Test
  void takesAnyNameWhereNoneAreKnown() {
    assertThat(sue.post(reviews(CALL), corrected("intent", "refund", "退款")).status())
        .isEqualTo(201);
    TestReply labels = sue.get("/review-labels");
    assertThat(labels.at("/emotion/1")).isEqualTo("neutral");
    assertThat(labels.json().at("/intent")).isEmpty();
  }

  @Test
  void tellsAgentsNothingAndTakesNothingFromThem() {
    sue.post(reviews(CALL), CONFIRMED);
    TestClient anna =
        console.as(
            "anna",
            new UserRights("Anna", List.of(Role.AGENT), "anna", List.of(), List.of(), false, true));
    assertThat(anna.get(reviews(CALL)).json()).isEmpty();
    assertThat(anna.post(reviews(CALL), CONFIRMED).status()).isEqualTo(403);
    assertThat(anna.get("/reviews.csv?task=emotion").status()).isEqualTo(403);
  }

  @Test
  void exportsWhatCanBeLearned() throws IOException {
    sue.post(reviews(CALL), corrected("emotion", "angry", "neutral"));
    tom.post(reviews(CHAT), CONFIRMED);
    console.clock().advance(Duration.ofMinutes(1));
    sue.post(reviews(CHAT), corrected("emotion", "angry", "neutral"));
    sue.post(reviews(CHAT), corrected("intent", "refund", "other"));
    TestReply reply = sue.get("/reviews.csv?task=emotion");
    assertThat(reply.header("Content-Disposition")).contains("reviews-emotion.csv");
    assertThat(reply.text())
        .startsWith("\uFEFFtext,context,label,language,conversation,turn,reviewer,at\r\n");
    List<CSVRecord> rows = rows(reply);
    assertThat(rows).hasSize(2);
    CSVRecord call = row(rows, CALL);
    assertThat(call.get("text")).isEqualTo("my card is [card] refund me");
    assertThat(call.get("context")).isEqualTo("A: how can i help");
    assertThat(call.get("label")).isEqualTo("neutral");
    assertThat(call.get("turn")).isEqualTo("1");
    CSVRecord chat = row(rows, CHAT);
    assertThat(chat.get("text")).isEqualTo("'=1+1 --> <b>退款</b> & \"发票\"");
    assertThat(chat.get("reviewer")).isEqualTo("sue");
    assertThat(chat.get("language")).isEqualTo("zh");
    assertThat(audit.audited()).contains("sue export  reviews of emotion");
  }

  @Test
  void leavesOutWhatHasNoLabelAndWhatTheAskerMayNotSee() throws IOException {
    sue.post(
        reviews(CALL),
        "{\"kind\":\"emotion\",\"name\":\"angry\",\"turn\":1,\"verdict\":\"rejected\"}");
    sue.post(reviews(CHAT), CONFIRMED);
    assertThat(rows(sue.get("/reviews.csv?task=emotion"))).hasSize(1);
    TestClient bob =
        console.as(
            "bob",
            new UserRights(
                "Bob", List.of(Role.SUPERVISOR), "", List.of("repairs"), List.of(), false, true));
    assertThat(rows(bob.get("/reviews.csv?task=emotion"))).isEmpty();
    assertThat(bob.get(reviews(CHAT)).status()).isEqualTo(404);
    assertThat(bob.post(reviews(CHAT), CONFIRMED).status()).isEqualTo(404);
  }

  private static List<CSVRecord> rows(TestReply reply) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(reply.text().substring(1))).getRecords();
  }

  private static CSVRecord row(List<CSVRecord> rows, String conversation) {
    return rows.stream()
        .filter(row -> row.get("conversation").equals(conversation))
        .findFirst()
        .orElseThrow();
  }
}
