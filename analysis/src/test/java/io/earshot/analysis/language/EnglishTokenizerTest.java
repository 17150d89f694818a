package io.earshot.analysis.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnglishTokenizerTest extends TokenizerContract {
  @Override
  Tokenizer tokenizer() {
    return Tokenizer.of("en");
  }

  @Test
  void findsTheWordsThatTell() {
    assertThat(telling("Hi, I'd like to return the jacket, it doesn’t fit. Thanks!"))
        .containsExactly("return", "jacket", "fit");
  }
}
