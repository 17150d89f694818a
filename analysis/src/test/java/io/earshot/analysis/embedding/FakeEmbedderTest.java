package io.earshot.analysis.embedding;

import io.earshot.analysis.testing.FakeEmbedder;

class FakeEmbedderTest extends EmbedderContract {
  @Override
  protected Embedder embedder() {
    return new FakeEmbedder();
  }
}
