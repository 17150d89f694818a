package io.earshot.console.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.console.TestConsole;
import io.earshot.console.TestReply;
import io.earshot.console.access.Role;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelSectionTest {
  @TempDir Path folder;

  private static final Labels TWO =
      new Labels() {
        @Override
        public List<Label> intents() {
          return List.of(new Label("cancel_order", "Cancel an order", "取消订单", null));
        }

        @Override
        public List<Label> emotions() {
          return List.of(new Label("anger", "Anger", "愤怒", -0.9));
        }
      };

  @Test
  void tellsTitlesInBothLanguages() throws Exception {
    try (TestConsole console = TestConsole.start(folder, own -> new LabelSection(TWO))) {
      TestReply reply = console.as(Role.AGENT).get("/labels");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.at("/intents/0/title_zh")).isEqualTo("取消订单");
      assertThat(reply.at("/emotions/0/valence")).isEqualTo("-0.9");
      assertThat(console.stranger().get("/labels").status()).isEqualTo(401);
    }
  }
}
