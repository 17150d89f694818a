package io.earshot.console.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.console.access.Right;
import io.earshot.console.operations.Operations;
import io.earshot.console.testing.TestingAlarms;
import io.earshot.console.testing.TestingAudit;
import io.earshot.console.testing.TestingConsole;
import io.earshot.console.testing.TestingGate;
import io.earshot.conversation.search.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventsTest {
  private static final Scope ANNA = new Scope(false, Set.of("Anna"), true, Set.of());

  private final TestingGate gate =
      new TestingGate().admit("all", Right.SEARCH, Right.OPERATE).admit("lead", ANNA, Right.SEARCH);
  private volatile Progress progress = new Progress(0, List.of());
  private final Events events =
      new Events(() -> progress, gate, new Pace(Duration.ofMillis(20), Duration.ofMillis(50), 2));
  private final TestingAlarms alarms = new TestingAlarms();
  private final TestingConsole console =
      new TestingConsole(gate, new TestingAudit(), List.of(new EventSection(events)::register));

  @AfterEach
  void close() {
    events.close();
    console.close();
  }

  /** A page that listens. */
  private final class Page implements AutoCloseable {
    private final BufferedReader lines;
    private final InputStream stream;

    Page(String user) throws Exception {
      HttpResponse<InputStream> answer =
          HttpClient.newHttpClient()
              .send(console.request(user, "/events").build(), BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
      stream = answer.body();
      lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      until("retry:");
    }

    /** Reads on to a line that begins so. */
    String until(String beginning) throws IOException {
      String line = lines.readLine();
      while (line != null && !line.startsWith(beginning)) {
        line = lines.readLine();
      }
      return line;
    }

    List<String> linesUntil(String beginning) throws IOException {
      List<String> read = new ArrayList<>();
      for (String line = lines.readLine(); !line.startsWith(beginning); line = lines.readLine()) {
        read.add(line);
      }
      return read;
    }

    String next(String event) throws IOException {
      until("event: " + event);
      return lines.readLine();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  private static Finished finished(String id, String agent) {
    return new Finished(
        id,
        "indexed",
        "call",
        "en",
        agent,
        "",
        Instant.EPOCH,
        1,
        50.0,
        "anger",
        List.of(),
        "",
        null);
  }

  @Test
  void tellsOfConversationsWithinTheScopeOnly() throws Exception {
    try (Page all = new Page("all");
        Page lead = new Page("lead")) {
      events.finished(finished("0a", "Bert"));
      events.finished(finished("0b", "Anna"));

      assertThat(all.next("finished"))
          .isEqualTo("data: {\"id\":\"0a\",\"status\":\"indexed\",\"channel\":\"call\"}");
      assertThat(all.next("finished")).contains("0b");
      assertThat(lead.next("finished")).contains("0b");
    }
  }

  @Test
  void tellsOfWorkWhileThereIsAny() throws Exception {
    try (Page all = new Page("all");
        Page lead = new Page("lead")) {
      progress =
          new Progress(3, List.of(new Operations.Work("0c", "c.wav", "transcribe", 10, 100)));

      assertThat(all.until("data: {\"in_flight\":3")).contains("\"id\":\"0c\"");
      assertThat(lead.until("data: {\"in_flight\":3")).doesNotContain("0c");
    }
  }

  @Test
  void tellsAlarmsToThoseWhoOperate() throws Exception {
    alarms.onAlarm(events::alarm);
    try (Page all = new Page("all");
        Page lead = new Page("lead")) {
      alarms.raise("mallory");
      events.finished(finished("0d", "Anna"));

      assertThat(all.next("alarm")).contains("\"user\":\"mallory\"", "\"action\":\"alarm\"");
      assertThat(lead.linesUntil("event: finished")).doesNotContain("event: alarm");
    }
  }

  @Test
  void endsWithTheSession() throws Exception {
    try (Page lead = new Page("lead")) {
      assertThat(lead.until(":")).isEqualTo(":");
      gate.expel("lead");
      assertThat(lead.until("never")).isNull();
    }
  }

  @Test
  void oneUserMayListenOnlySoOften() throws Exception {
    try (Page first = new Page("all")) {
      try (Page second = new Page("all")) {
        assertThat(console.get("all", "/events").statusCode()).isEqualTo(429);
        assertThat(second.until(":")).isNotNull();
      }
      assertThat(first.until(":")).isNotNull();
    }
  }

  /** A page that reads nothing must not fill the memory. */
  @Test
  void dropsWhoDoesNotKeepUp() throws Exception {
    try (Socket slow = new Socket("127.0.0.1", console.address("/").getPort())) {
      slow.setReceiveBufferSize(1_024);
      slow.getOutputStream()
          .write(
              "GET /api/v1/events HTTP/1.1\r\nHost: x\r\nCaller: all\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(slow.getInputStream().read()).isEqualTo('H');
      Finished large = finished("0".repeat(100_000), "Anna");
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(
              () -> {
                events.finished(large);
                return events.listening() == 0;
              });
    }
  }
}
