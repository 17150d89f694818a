package io.earshot.routes.service;

import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.conversation.Embedding;
import io.earshot.index.QueryMeaning;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import java.util.List;

/**
 * Embeds the words of a search by meaning, in the language they are written in. The models load
 * when the first such search comes, for most searches have none.
 */
final class QueryMeanings implements QueryMeaning, AutoCloseable {
  private final Home home;
  private EmbeddingModels models;

  QueryMeanings(Home home) {
    this.home = home;
  }

  @Override
  public synchronized List<Embedding> embed(String text) {
    if (models == null) {
      models = Models.embeddings(home);
    }
    return List.of(models.embed(text, Models.languageOf(text)));
  }

  @Override
  public synchronized void close() {
    if (models != null) {
      models.close();
    }
  }
}
