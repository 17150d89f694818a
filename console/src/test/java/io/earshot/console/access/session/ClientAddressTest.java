package io.earshot.console.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.config.Section;
import io.earshot.console.ConsoleSettings;
import io.earshot.console.Listening;
import io.earshot.console.TestConsole;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientAddressTest {
  private static final int REFUSED = 429;
  private static final int WRONG = 401;

  @TempDir Path folder;

  private TestConsole console(String yaml) throws Exception {
    ConsoleSettings settings = ConsoleSettings.from(Section.parse(yaml, "test"));
    return TestConsole.start(folder, settings, new Listening(true, false));
  }

  private static int attempt(TestConsole console, String forwardedFor) {
    return console
        .stranger()
        .with("X-Forwarded-For", forwardedFor)
        .post("/session", Map.of("name", "admin", "password", "wrong, quite wrong"))
        .status();
  }

  @Test
  void behindAKnownProxyEachClientHasItsOwnAttempts() throws Exception {
    try (TestConsole console = console("proxies: [127.0.0.1, 10.0.0.9]")) {
      for (int i = 0; i < 5; i++) {
        assertThat(attempt(console, "192.0.2.%d, 203.0.113.5".formatted(i))).isEqualTo(WRONG);
      }

      assertThat(attempt(console, "203.0.113.5")).isEqualTo(REFUSED);
      assertThat(attempt(console, "203.0.113.5, 10.0.0.9")).isEqualTo(REFUSED);
      assertThat(attempt(console, "203.0.113.6")).isEqualTo(WRONG);
      assertThat(attempt(console, "not an address")).isEqualTo(WRONG);
    }
  }

  @Test
  void nobodyElseIsBelieved() throws Exception {
    try (TestConsole console = console("{}")) {
      for (int i = 0; i < 5; i++) {
        assertThat(attempt(console, "203.0.113." + i)).isEqualTo(WRONG);
      }

      assertThat(attempt(console, "203.0.113.77")).isEqualTo(REFUSED);
    }
  }
}
