package io.earshot.analysis.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.Chats;
import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.testing.FakeEmbedder;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Conversation CHAT =
      Chats.chat(
          "customer: hello there my friend",
          "customer: the coffee machine leaks water on the kitchen floor",
          "agent: does the coffee machine leak water all the time",
          "customer: yes the coffee machine leaks whenever I fill the water tank",
          "agent: I will send you a new water tank for the coffee machine tomorrow",
          "agent: have a nice day and goodbye my friend");

  private static List<Utterance> utterances(Conversation conversation) {
    LanguageDetector detector = LanguageDetector.byScript();
    FakeEmbedder embedder = new FakeEmbedder();
    return conversation.turns().stream()
        .map(
            turn -> {
              String language = detector.detect(turn.text(), "en");
              var meaning = embedder.embed(turn.text(), language);
              return new Utterance(turn, language, turn.text(), meaning, List.of());
            })
        .toList();
  }

  @Test
  void namesWhatItIsAbout() {
    List<Finding> keywords = new Keywords(3).of(utterances(CHAT));

    assertThat(keywords).hasSizeLessThanOrEqualTo(3);
    Finding first = keywords.get(0);
    assertThat(first.name()).contains("coffee machine");
    assertThat(first.turn()).isEqualTo(1);
    assertThat(CHAT.turns().get(1).text().substring(first.start(), first.end()))
        .isEqualTo(first.name());
    assertThat(first.confidence()).isEqualTo(1);
  }

  @Test
  void quotesProblemAndOutcome() {
    Summarizer summarizer =
        new Summarizer(turn -> turn.text().contains("my friend"), turn -> false);
    List<Finding> summary = summarizer.summarize(utterances(CHAT));

    assertThat(summary.stream().map(Finding::name)).containsExactly("problem", "outcome");
    assertThat(summary.get(0).turn()).isEqualTo(1);
    assertThat(summary.get(1).turn()).isEqualTo(4);
  }

  @Test
  void hasNothingToSayAboutCourtesies() {
    List<Utterance> utterances = utterances(Chats.chat("customer: hi", "agent: ok"));

    assertThat(new Summarizer(turn -> true, turn -> false).summarize(utterances)).isEmpty();
    assertThat(new Keywords(5).of(utterances)).isEmpty();
    assertThat(new Keywords(0).of(utterances(CHAT))).isEmpty();
  }
}
