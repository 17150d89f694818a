package io.earshot.routes.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers of every kind that say nothing, or do not stop: a source says so, and soon. */
class HostileServerTest {
  private static final String IN = "user: u, password: hush, timeout: 500ms";
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final List<String> KINDS =
      List.of(
          "sftp: {host: localhost, port: %d, host_key: 'SHA256:x', " + IN + "}",
          "ftp: {host: localhost, port: %d, " + IN + "}",
          "ftps: {host: localhost, port: %d, " + IN + "}",
          "s3: {bucket: b, endpoint: 'http://localhost:%d', access_key: a, secret_key: hush, timeout: 500ms}",
          "imap: {host: localhost, port: %d, tls: none, " + IN + "}",
          "imap: {host: localhost, port: %d, tls: starttls, " + IN + "}",
          "imap: {host: localhost, port: %d, tls: implicit, " + IN + "}",
          "jms: {url: 'tcp://localhost:%d', queue: q, tls: false, " + IN + "}",
          "jms: {url: 'tcp://localhost:%d', queue: q, " + IN + "}",
          "kafka: {brokers: ['localhost:%d'], topics: [t], tls: false, timeout: 500ms}",
          "kafka: {brokers: ['localhost:%d'], topics: [t], " + IN + "}");

  /** Which kinds are told it, what it begins with, and what it then says without end. */
  private static final String[][] SPEECHES = {
    {".*", "", ""},
    {".*", "", "a"},
    {".*", "", "\r\n"},
    {".*", "", "\u0000"},
    {"sftp.*", "SSH-2.0-x\r\n", "\u0000\u0000\u0080\u0000"},
    {"ftps?:.*", "220-x\r\n", "220-x\r\n"},
    {"ftps?:.*", "220 x\r\n", "220 x\r\n"},
    {"imap.*", "* OK x\r\n", "* x\r\n"},
    {"imap.*", "* OK x\r\n", "* OK {2000000000}\r\n"},
    {"imap.*", "* PREAUTH x\r\n* CAPABILITY IMAP4rev1\r\nA0 OK x\r\n", ""},
    {"s3.*", "HTTP/1.1 200 OK\r\n\r\n<ListBucketResult>", "<Contents></Contents>"},
    {"s3.*", "HTTP/1.1 200 OK\r\n", "X-A: b\r\n"},
    {"s3.*", "HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE x [<!ENTITY a 'aa'>", "<!ENTITY b '&a;&a;'>"},
    {"(jms|kafka).*", "\u007f\u00ff\u00ff\u00ff\u0000\u0000\u0000\u0000", "\u0000"},
    {"(kafka|imap).*", "\u0015\u0003\u0003\u0000\u0002\u0002\u0028", ""},
  };

  static Stream<Arguments> servers() {
    return KINDS.stream()
        .flatMap(
            kind ->
                Stream.of(SPEECHES)
                    .filter(speech -> kind.matches(speech[0]))
                    .map(speech -> Arguments.of(kind, speech[1], speech[2])));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("servers")
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void saysThatTheServerDoesNotAnswerAsItShould(String kind, String opening, String rest) {
    try (LoudServer server = new LoudServer(opening, rest)) {
      Section section = Section.parse("{%s}".formatted(kind.formatted(server.port())), "test");
      long start = System.nanoTime();

      CheckResult check = Feeds.source(section).origin().check();

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
      assertThat(check.ok()).isFalse();
      assertThat(check.detail()).contains("localhost").hasSizeLessThan(1_000);
      assertThat(check.detail()).doesNotContain("hush");
    }
  }
}
