package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.search.Moment.Span;
import io.earshot.conversation.search.PageRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPartsTest {
  @ParameterizedTest
  @ValueSource(floats = {0.5f, -7.25f, 45.5f, 123.4567f, 999.9f, 12345.5f})
  void vectorsAreWrittenShortAndTrue(float large) throws IOException {
    float[] vector = new float[500];
    Random random = new Random(5);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = random.nextFloat() * 2 - 1;
    }
    vector[0] = -0.0000001f;
    vector[1] = large;
    String text = written(vector);
    String[] numbers = text.substring(1, text.length() - 1).split(",", -1);
    assertThat(numbers).hasSize(500);
    for (int i = 0; i < vector.length; i++) {
      assertThat(Float.parseFloat(numbers[i])).isCloseTo(vector[i], Offset.offset(0.0001f));
    }
    assertThat(VectorText.hasDirection(new Embedding("en", new float[3]))).isFalse();
    assertThat(VectorText.hasDirection(new Embedding("en", new float[] {0, Float.NaN}))).isFalse();
  }

  private static String written(float[] vector) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      VectorText.write(vector, json);
    }
    return text.toString();
  }

  @Test
  void fusionPrefersWhatBothRankingsFound() {
    ConversationId one = ConversationId.ofText("1");
    ConversationId two = ConversationId.ofText("2");
    ConversationId three = ConversationId.ofText("3");
    var scores = RankFusion.fuse(List.of(List.of(one, two), List.of(three, two)));
    assertThat(scores.get(two)).isEqualTo(2 / 62.0);
    assertThat(scores.get(one)).isEqualTo(1 / 61.0).isEqualTo(scores.get(three));
  }

  @Test
  void spansThatTouchAreOne() {
    List<Span> spans =
        List.of(new Span(4, 6), new Span(0, 1), new Span(1, 2), new Span(5, 9), new Span(11, 12));
    assertThat(WordFinder.merged(spans))
        .containsExactly(new Span(0, 2), new Span(4, 9), new Span(11, 12));
  }

  @ParameterizedTest
  @CsvSource({
    "ali*,alice,true",
    "*ice,alice,true",
    "a*e,alice,true",
    "a*b,alice,false",
    "*,alice,true",
    "alice,alice,true",
    "a*l*c*,alice,true",
    "b*,alice,false"
  })
  void starsStandForAnything(String pattern, String text, boolean matches) {
    assertThat(WordFinder.matches(pattern, text)).isEqualTo(matches);
  }

  @Test
  void hitsCanBePagedToADepth() {
    assertThat(page(10, 9990).limit()).isEqualTo(10);
    assertThatThrownBy(() -> page(10, 9991))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("narrow the query");
    assertThatThrownBy(() -> page(0, 0)).hasMessageContaining("1 to 1000");
  }

  private static PageRequest page(int limit, int offset) {
    return new PageRequest(PageRequest.Order.RELEVANCE, true, offset, limit);
  }
}
