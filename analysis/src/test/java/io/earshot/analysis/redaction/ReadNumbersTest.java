package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadNumbersTest {
  private static final Redactor REDACTOR = Redactors.shipped();

  /** One word each 400 ms. */
  private static List<Word> words(String text, int first, double confidence) {
    List<Word> words = new ArrayList<>();
    long startMs = first * 400L;
    for (String word : text.split(" ")) {
      words.add(new Word(word, startMs, startMs + 390, confidence));
      startMs += 400;
    }
    return words;
  }

  private static Redacted redacted(List<Word> words, List<Word> digits) {
    String text = String.join(" ", words.stream().map(Word::text).toList());
    long endMs = words.get(words.size() - 1).endMs();
    Turn turn = new Turn(0, Speaker.CUSTOMER, 1, 0, endMs, text, 0.8, words, null, digits, 1.0);
    return REDACTOR.redact(
        new Conversation(
            ConversationId.ofText("test"),
            "test",
            Channel.CALL,
            "en",
            Instant.EPOCH,
            endMs,
            true,
            SpeakerSource.TRACKS,
            1,
            Map.of(),
            List.of(turn)));
  }

  private static String text(Redacted redacted) {
    return redacted.conversation().turns().get(0).text();
  }

  @Test
  void masksANumberThatWasMisheard() {
    List<Word> words =
        words("sure one moment was a tree deal by guys nice a bar thank you", 0, 0.9);
    List<Word> digits = words("one eight three two five eight nine eight", 3, 0.9);

    Redacted redacted = redacted(words, digits);

    assertThat(text(redacted)).isEqualTo("sure one moment [PHONE] bar thank you");
    assertThat(redacted.redactions())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.audioChannel()).isEqualTo(1);
              assertThat(place.startMs()).isEqualTo(1200);
              assertThat(place.endMs()).isEqualTo(4390);
            });
    assertThat(redacted.conversation().turns().get(0).digits()).isEmpty();
  }

  @Test
  void widensAMaskToTheWholeNumberAndTheDoubtfulWordsAtIt() {
    List<Word> words = new ArrayList<>(words("it is", 0, 1));
    words.addAll(words("or", 2, 0.5));
    words.addAll(words("four one five zero six one five nine nine eight two", 3, 1));
    words.addAll(words("a store", 14, 0.6));
    words.addAll(words("thanks a lot", 16, 1));
    List<Word> digits = words("four one five zero six one five nine nine eight two five", 3, 1);

    assertThat(text(redacted(words, digits))).matches("it is \\[[A-Z]+] thanks a lot");
  }

  @Test
  void leavesToTheTextWhatWasHeardWell() {
    List<Word> words = words("my order number is five two eight six one", 0, 1);
    List<Word> digits = words("five two eight six one", 4, 1);

    assertThat(text(redacted(words, digits)))
        .isEqualTo("my order number is five two eight six one");
  }

  /** As recognizers give Mandarin: a word a digit, no blanks, a comma where somebody paused. */
  @Test
  void masksNumbersThatAreReadInChinese() {
    List<Word> words = words("我的 手机 是 幺 三 八 零 零 幺 三 八 零 零 零 谢谢", 0, 0.9);
    String text = "我的手机是幺三八零零幺三八零零零，谢谢";
    Turn turn = new Turn(0, Speaker.CUSTOMER, 1, 0, 6000, text, 0.9, words);

    Redacted redacted = REDACTOR.redact(Redactors.conversation(Channel.CALL, List.of(turn)));

    assertThat(text(redacted)).isEqualTo("我的手机是[PHONE]，谢谢");
    assertThat(redacted.redactions())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.audioChannel()).isEqualTo(1);
              assertThat(place.startMs()).isEqualTo(1200);
              assertThat(place.endMs()).isEqualTo(13 * 400 + 390);
            });
  }
}
