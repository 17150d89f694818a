package io.earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void listsCallsAndChatsByName() {
    assertThat(Samples.calls()).hasSizeGreaterThanOrEqualTo(6).isSorted().allMatch(Files::exists);
    assertThat(Samples.chats())
        .hasSizeGreaterThanOrEqualTo(7)
        .isSorted()
        .noneMatch(chat -> chat.toString().endsWith(".yaml"));
  }

  @Test
  void findsOneByTheBeginningOfItsName() {
    assertThat(Samples.call("late-parcel")).hasFileName("late-parcel.wav");
    assertThat(Samples.call("LockedAccount_GUID_").toString()).contains("_AGENT_MayaT_");
    assertThat(Samples.chat("shop-chats")).hasFileName("shop-chats.csv");
  }

  @Test
  void refusesANameThatIsNoneOrSeveral() {
    assertThatThrownBy(() -> Samples.call("no-such-call"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no-such-call");
    assertThatThrownBy(() -> Samples.call("billing-question"))
        .isInstanceOf(EarshotException.class)
        .hasMessageStartingWith("2 samples");
    assertThatThrownBy(() -> Samples.script("no-such-call"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no-such-call.md");
  }

  @Test
  void knowsWhatIsSaidInEveryCall() throws IOException {
    Path scripts = Samples.folder().resolve("scripts");
    try (var files = Files.list(scripts)) {
      for (Path script : files.toList()) {
        String name = script.getFileName().toString().replace(".md", "");
        assertThat(Samples.script(name)).as(name).hasSizeBetween(8, 25);
        assertThat(Samples.spoken(name, Speaker.AGENT)).as(name).isNotBlank();
        assertThat(Samples.spoken(name, Speaker.CUSTOMER)).as(name).isNotBlank();
      }
    }
  }

  @Test
  void staysSmall() throws IOException {
    long bytes = 0;
    for (Path call : Samples.calls()) {
      bytes += Files.size(call);
    }
    assertThat(bytes).isLessThan(4_000_000);
  }
}
