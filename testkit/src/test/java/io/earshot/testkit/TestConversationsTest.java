package io.earshot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Conversation;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestConversationsTest {
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void repeatsItselfForTheSameSeedOnly(String language) {
    Conversation chat = TestConversations.chat(42, 12, language);
    assertThat(chat).isEqualTo(TestConversations.chat(42, 12, language));
    Set<Object> ids = new HashSet<>();
    Set<List<Turn>> contents = new HashSet<>();
    for (long seed = 0; seed < 2_000; seed++) {
      Conversation other = TestConversations.chat(seed, 12, language);
      ids.add(other.id());
      contents.add(other.turns());
    }
    assertThat(ids).hasSize(2_000);
    assertThat(contents).hasSize(2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void leavesNoPlaceUnfilled(String language) {
    for (long seed = 0; seed < 500; seed++) {
      for (Turn turn : TestConversations.chat(seed, 9, language).turns()) {
        assertThat(turn.text()).isNotBlank().doesNotContain("{", "}", "|", "#");
      }
    }
  }

  @Test
  void variesWhatIsSaid() {
    long different =
        LongStream.range(0, 1_000)
            .mapToObj(seed -> TestConversations.chat(seed, 8, "zh"))
            .flatMap(chat -> chat.turns().stream())
            .map(Turn::text)
            .distinct()
            .count();
    assertThat(different).isGreaterThan(1_500);
  }

  @Test
  void hasTheTurnsAskedForInOrder() {
    for (int turns : new int[] {1, 2, 3, 25, 1_000}) {
      Conversation chat = TestConversations.chat(7, turns, "en");
      assertThat(chat.turns()).hasSize(turns);
      assertThat(chat.turns())
          .isSortedAccordingTo((a, b) -> Long.compare(a.startMs(), b.startMs()));
      assertThat(chat.turns().get(0).speaker()).isEqualTo(Speaker.AGENT);
      assertThat(chat.durationMs()).isEqualTo(chat.turns().get(turns - 1).startMs());
    }
  }

  @Test
  void makesCallsWithTimedWords() {
    Conversation call = TestConversations.call(5, 30);
    assertThat(call.speakerSource()).isEqualTo(SpeakerSource.TRACKS);
    assertThat(call.recognisedWords()).isGreaterThan(100);
    for (Turn turn : call.turns()) {
      long atMs = turn.startMs();
      for (Word word : turn.words()) {
        assertThat(word.startMs()).isGreaterThanOrEqualTo(atMs);
        assertThat(word.confidence()).isBetween(0.7, 1.0);
        assertThat(word.text()).isNotEmpty();
        atMs = word.endMs();
      }
      assertThat(turn.endMs()).isEqualTo(atMs).isLessThanOrEqualTo(call.durationMs());
    }
  }

  @Test
  void refusesWhatItCannotMake() {
    assertThatThrownBy(() -> TestConversations.chat(1, 0, "en"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TestConversations.chat(1, 5, "fr"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'fr'");
  }
}
