package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Turn;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any text at all. */
class RedactionPropertyTest {
  private static final int CONVERSATIONS = 400;
  private static final String[] SENSITIVE = {
    "4012888888881881",
    "my card number is",
    "four one five five five",
    "oh",
    "double two",
    "幺三八",
    "零零",
    "我叫",
    "张伟",
    "Mr. Smith",
    "john at example dot com",
    "ida@example.com",
    "住在文三路123号",
    "12 Main Street",
    "[CARD]",
    "[NAME]",
    "cvv 123",
    "expiry",
    "08/27",
    "date of birth",
    "1990-03-07",
    "my name is",
    "Sara Meyer",
    "的",
    ",",
    "\n",
    "phone",
    "+86 138 0013 8000",
    "粤B12345",
    "7",
    "uh huh"
  };
  private static final Redactor REDACTOR = Redactors.shipped();

  @Test
  void anyTextIsSurvivedAndPlacesAreValid() {
    Random random = new Random(7);
    for (int i = 0; i < CONVERSATIONS; i++) {
      Redacted redacted = REDACTOR.redact(conversation(random));
      for (Redaction redaction : redacted.redactions()) {
        String text = redacted.conversation().turns().get(redaction.turn()).text();
        assertThat(text.substring(redaction.start(), redaction.end()))
            .startsWith("[")
            .endsWith("]");
        assertThat(redaction.confidence()).isBetween(0.5, 1.0);
      }
    }
  }

  @Test
  void redactingTwiceIsRedactingOnce() {
    Random random = new Random(11);
    for (int i = 0; i < CONVERSATIONS; i++) {
      Conversation once = REDACTOR.redact(conversation(random)).conversation();
      Redacted twice = REDACTOR.redact(once);
      assertThat(Redactors.texts(twice.conversation())).isEqualTo(Redactors.texts(once));
      assertThat(twice.redactions()).isEmpty();
    }
  }

  @Test
  void longTextsAreReadInPieces() {
    String text = "nothing to see ".repeat(500) + "4012 8888 8888 1881 " + "1".repeat(20_000);
    assertThat(REDACTOR.find(text, "en"))
        .anyMatch(one -> text.startsWith("4012 8888 8888 1881", one.start()));
  }

  @Test
  void wordsAndTextStayTogether() {
    Random random = new Random(13);
    for (int i = 0; i < CONVERSATIONS; i++) {
      StringBuilder text = new StringBuilder("c: so");
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(' ').append(SENSITIVE[random.nextInt(SENSITIVE.length)].replace("\n", "well"));
      }
      Conversation call = REDACTOR.redact(Redactors.call(text.toString())).conversation();
      Turn turn = call.turns().get(0);
      String spoken = String.join("", turn.words().stream().map(word -> word.text()).toList());
      assertThat(spoken).isEqualTo(turn.text().replace(" ", ""));
    }
  }

  private static Conversation conversation(Random random) {
    String[] lines = new String[1 + random.nextInt(6)];
    for (int i = 0; i < lines.length; i++) {
      StringBuilder line = new StringBuilder(random.nextBoolean() ? "a: " : "c: ");
      for (int k = random.nextInt(8); k > 0; k--) {
        boolean sensitive = random.nextInt(3) > 0;
        line.append(
            sensitive
                ? SENSITIVE[random.nextInt(SENSITIVE.length)]
                : RandomText.of(random, random.nextInt(12)));
        line.append(random.nextBoolean() ? " " : "");
      }
      lines[i] = line.toString();
    }
    return Redactors.chat(lines);
  }
}
