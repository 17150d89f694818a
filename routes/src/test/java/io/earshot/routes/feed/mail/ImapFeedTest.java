package io.earshot.routes.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.earshot.config.Section;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.Stage;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.feed.Obstacle;
import io.earshot.routes.feed.SourceAtWork;
import jakarta.mail.Flags;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImapFeedTest {
  @TempDir Path folder;

  private GreenMail greenMail;
  private GreenMailUser user;

  @BeforeEach
  void start() {
    // GreenMail's threads end with an error when a line breaks, which the test is not about.
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    greenMail.start();
    user = greenMail.setUser("care@example.test", "care", "hush");
  }

  @AfterEach
  void stop() {
    greenMail.stop();
    Awaitility.reset();
  }

  private String place(String more) {
    return "imap: {host: 127.0.0.1, port: %d, user: care, password: hush, tls: none%s}"
        .formatted(greenMail.getImap().getPort(), more);
  }

  private SourceAtWork source(String more, String pace) throws Exception {
    return new SourceAtWork(
        folder.resolve("home"),
        "{name: mail, language: en, poll: 200ms, %s%s}".formatted(place(more), pace));
  }

  private static String mail(String id, String headers, String text) {
    return """
    From: Anna <anna@example.test>
    To: care@example.test
    Subject: My parcel
    Date: Mon, 5 Jan 2026 10:00:00 +0000
    Message-ID: <%s@example.test>
    %sMIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(id, headers, text);
  }

  private void deliver(String mail) {
    user.deliver(GreenMailUtil.newMimeMessage(mail));
  }

  private MailFolder box(String name) throws Exception {
    return greenMail.getManagers().getImapHostManager().getFolder(user, name);
  }

  @Test
  void takesMailsAsTheSourceSaysAndLeavesTheMailboxAsItIs() throws Exception {
    deliver(mail("one", "", "Where is it?"));
    deliver(mail("two", "", "It is late."));

    try (SourceAtWork source = source("", "")) {
      for (ConversationId id : source.awaitQueued(Stage.ANALYSE, 2)) {
        Conversation conversation = source.conversation(id);
        assertThat(conversation.language()).isEqualTo("en");
        assertThat(conversation.source()).matches("INBOX-\\d+-[12]\\.eml");
        assertThat(conversation.attributes()).containsEntry("subject", "My parcel");
      }
      assertThat(source.state().health().ok()).isTrue();
    }
    assertThat(box("INBOX").getMessages())
        .hasSize(2)
        .noneMatch(message -> message.getFlags().contains(Flags.Flag.SEEN));
    try (SourceAtWork source = source("", "")) {
      deliver(mail("three", "", "Thanks, it came."));
      source.awaitQueued(Stage.ANALYSE, 3);
      assertThat(source.state().received()).as("none of the earlier ones").isEqualTo(1);
    }
  }

  @Test
  void headersDoNothing() throws Exception {
    deliver(
        mail(
            "one",
            "CamelFileName: ../../evil\n"
                + "CAmelHttpUri: http://127.0.0.1:1/\n"
                + "CamelBeanMethodName: exit\n",
            "Where is it?"));

    try (SourceAtWork source = source("", "")) {
      ConversationId id = source.awaitQueued(Stage.ANALYSE, 1).iterator().next();
      assertThat(source.conversation(id).source()).matches("INBOX-\\d+-1\\.eml");
      assertThat(source.conversation(id).attributes().toString()).doesNotContain("evil", "exit");
    }
  }

  @Test
  void marksAsSeenWhatItHasAndPassesOverWhatIsSeen() throws Exception {
    deliver(mail("one", "", "Where is it?"));
    deliver(mail("two", "", "It is late."));
    box("INBOX").getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

    try (SourceAtWork source = source(", seen: true", "")) {
      source.awaitQueued(Stage.ANALYSE, 1);
      await().until(() -> box("INBOX").getUnseenCount() == 0);
      assertThat(source.kept()).isEqualTo(1);
    }
  }

  @Test
  void deletesOrMovesWhatItHas() throws Exception {
    deliver(mail("one", "", "Where is it?"));
    try (SourceAtWork source = source(", delete: true", "")) {
      await().atMost(Duration.ofSeconds(20)).until(() -> box("INBOX").getMessageCount() == 0);
      source.awaitQueued(Stage.ANALYSE, 1);
    }
    deliver(mail("two", "", "It is late."));
    try (SourceAtWork source = source(", done: Taken", "")) {
      await().atMost(Duration.ofSeconds(20)).until(() -> box("INBOX").getMessageCount() == 0);
      source.awaitQueued(Stage.ANALYSE, 2);
    }
    assertThat(box("Taken").getMessageCount()).isEqualTo(1);
  }

  @Test
  void goesOnBehindBombsAndBrokenMails() throws Exception {
    StringBuilder nested = new StringBuilder();
    for (int depth = 0; depth < 100; depth++) {
      nested.append(
          "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(depth, depth));
    }
    String parts = "--x\nContent-Type: text/plain\n\nhello\n".repeat(10_000);
    deliver("From: a@b.test\nSubject: deep\nDate: x\n" + nested + "\nhi\n");
    deliver(
        "From: a@b.test\n"
            + "Subject: many\n"
            + "MIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=x\n\n"
            + parts);
    deliver("From: a@b.test\nSubject: =?broken?\nContent-Type: multipart/;;boundary\n\n\n");
    deliver(mail("one", "", "Where is it?"));

    try (SourceAtWork source = source("", "")) {
      await().atMost(Duration.ofSeconds(30)).until(() -> source.kept() == 4);
      assertThat(source.queued(Stage.ANALYSE)).isNotEmpty();
      assertThat(source.state().health().ok()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnWhenAServerStopsInTheMiddleOfAMail(boolean breaksOff) throws Exception {
    deliver(mail("one", "", "Where is it?\n" + "It is late. \n".repeat(60_000)));
    try (Obstacle way = new Obstacle(greenMail.getImap().getPort())) {
      if (breaksOff) {
        way.breakOffAfter(400_000);
      } else {
        way.stallAfter(400_000);
      }
      String place =
          place(", delete: true, timeout: 2s")
              .replace("" + greenMail.getImap().getPort(), "" + way.port());
      try (SourceAtWork source =
          new SourceAtWork(
              folder.resolve("home"), "{name: mail, poll: 200ms, %s}".formatted(place))) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !source.state().health().ok());
        assertThat(source.kept()).isZero();
        assertThat(box("INBOX").getMessageCount()).isEqualTo(1);
        way.clear();
        source.awaitQueued(Stage.ANALYSE, 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> box("INBOX").getMessageCount() == 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> source.state().health().ok());
      }
    }
  }

  @Test
  void fetchesNothingOutsideOfItsHours() throws Exception {
    LocalTime now = LocalTime.now(ZoneOffset.UTC).withSecond(0).withNano(0);
    deliver(mail("one", "", "Where is it?"));

    String hours =
        ", time_zone: UTC, pace: {between: '%s-%s'}".formatted(now.plusHours(2), now.plusHours(3));
    try (SourceAtWork source = source(", delete: true", hours)) {
      await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(5))
          .until(() -> source.kept() == 0 && box("INBOX").getMessageCount() == 1);
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Section wrong = Section.parse("{%s}".formatted(place("").replace("hush", "guess")), "test");
    Section nowhere = Section.parse("{%s}".formatted(place(", folder: Nowhere")), "test");

    assertThat(Feeds.source(wrong).origin().check().detail()).contains("mend user and password");
    assertThat(Feeds.source(nowhere).origin().check().detail()).contains("no folder 'Nowhere'");
  }

  @Test
  void tellsNoPasswordToAServerThatNobodyVouchesFor() {
    GreenMail other = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
    other.start();
    try {
      Section section =
          Section.parse(
              "{imap: {host: 127.0.0.1, port: %d, user: care, password: hush}}"
                  .formatted(other.getImaps().getPort()),
              "test");

      assertThat(Feeds.source(section).origin().check().detail()).contains("can't prove who it is");
    } finally {
      other.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{user: u, password: p}",
        "{host: h, user: u}",
        "{host: h, user: u, password: p, tls: maybe}",
        "{host: h, user: u, password: p, tls: none, trust: /a.pem}",
        "{host: h, user: u, password: p, seen: true, delete: true}",
        "{host: h, user: u, password: p, unknown: x}"
      })
  void refusesSettingsThatMakeNoSense(String imap) {
    Section section = Section.parse("{name: mail, imap: %s}".formatted(imap), "test");
    Feeds.source(section);

    assertThatThrownBy(section::verify).hasMessageContaining("imap.");
  }
}
