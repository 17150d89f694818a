package io.earshot.routes.setup;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.analysis.OwnHeads;
import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.analysis.language.LanguageDetector;
import io.earshot.asr.VoskTranscriber;
import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.routes.home.Home;
import java.nio.file.Path;

/** Opens what understands sound and text, the same way for every command. */
public final class Models {
  private static final int CACHED_QUERIES = 256;
  private static final int LONGEST_QUERY_TOKENS = 256;

  private Models() {}

  /** The speech recognizer; its models load at first use. */
  public static VoskTranscriber transcriber(Home home, Settings settings) {
    return VoskTranscriber.open(settings.speech(), speech(home));
  }

  /** The speech models of a home. */
  public static SpeechModels speech(Home home) {
    return new SpeechModels(home.program().resolve("models"), home.models());
  }

  /** Which of them is used for what. */
  public static ModelChoice speechChoice(Home home, Settings settings) {
    return new ModelChoice(speech(home), settings.speech().models());
  }

  /** What decodes recordings that are no plain WAV files. */
  public static MediaDecoder decoder(Home home, Settings settings) {
    return new MediaDecoder(home.models(), settings.speech().decode(), settings.speech().raw());
  }

  /** Everything that understands text; loads it all. */
  public static AnalysisEngine analysis(Home home, Settings settings) {
    home.takeOverLearned();
    return AnalysisEngine.open(
        settings.analysis(),
        config(home),
        home.cache(),
        settings.ingest().timeZone(),
        OwnHeads.open(home.models(), settings.analysis()));
  }

  /** The folder with what operators edit: intents, emotions. */
  public static Path config(Home home) {
    return home.checkout().resolve("config");
  }

  /** The embedding models alone, as for searches by meaning. */
  public static EmbeddingModels embeddings(Home home) {
    return EmbeddingModels.open(CACHED_QUERIES, LONGEST_QUERY_TOKENS, home.cache());
  }

  /** The language a text is written in, "zh" or "en". */
  public static String languageOf(String text) {
    return LanguageDetector.byScript().detect(text, "en");
  }
}
