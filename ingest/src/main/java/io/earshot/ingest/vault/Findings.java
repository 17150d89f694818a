package io.earshot.ingest.vault;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Embedding;
import io.earshot.ingest.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** Keeps what was found in conversations, embeddings in a file of their own. */
final class Findings {
  private final Documents documents;

  Findings(Documents documents) {
    this.documents = documents;
  }

  void keep(Entry entry, Analysis analysis) {
    // In this order, so that findings never stand there without their embeddings.
    documents.replace(entry.vectors(), out -> Vectors.write(analysis.turns(), out));
    documents.replace(entry.analysis(), analysis);
  }

  static Optional<Analysis> read(Entry entry, ConversationId id) {
    try {
      Optional<Analysis> analysis = Documents.read(entry.analysis(), Analysis.class);
      if (analysis.isEmpty() || !Files.exists(entry.vectors())) {
        return analysis;
      }
      Map<Integer, Embedding> embeddings = Vectors.read(entry.vectors());
      return analysis.map(found -> found.withTurns(Vectors.attach(found.turns(), embeddings)));
    } catch (IOException | EarshotException e) {
      throw new StageMissing(
          Stage.ANALYSE,
          "%s: its findings are damaged (%s); stage analyse must run again".formatted(id, e),
          e);
    }
  }
}
