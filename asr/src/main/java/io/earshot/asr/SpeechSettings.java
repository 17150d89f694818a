package io.earshot.asr;

import io.earshot.asr.segment.GateSettings;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.RawFormats;
import io.earshot.config.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How speech is recognised.
 *
 * @param models the user's own Vosk model folder for a language; English needs none
 * @param language used for recordings that name none
 * @param recognizers that work side by side
 * @param pause silence of one party that ends a turn
 * @param gate what counts as speech
 * @param decode what decoding one file may use
 * @param raw how files without a header are written
 * @param alternatives which words are told what else they may have been
 * @param diarization whether one track is divided between two parties
 */
public record SpeechSettings(
    Map<String, Path> models,
    String language,
    int recognizers,
    Duration pause,
    GateSettings gate,
    DecodeLimits decode,
    RawFormats raw,
    AlternativeSettings alternatives,
    DiarizationSettings diarization) {
  private static final int MOST_RECOGNIZERS = 256;

  public SpeechSettings {
    models = Map.copyOf(models);
  }

  /** Settings with the standard alternatives, and with diarization. */
  public SpeechSettings(
      Map<String, Path> models,
      String language,
      int recognizers,
      Duration pause,
      GateSettings gate,
      DecodeLimits decode) {
    this(
        models,
        language,
        recognizers,
        pause,
        gate,
        decode,
        RawFormats.usual(),
        AlternativeSettings.defaults(),
        DiarizationSettings.defaults());
  }

  /** English with the model that comes with Earshot, a recognizer per processor, pause 800 ms. */
  public static SpeechSettings defaults() {
    return new SpeechSettings(
        Map.of(),
        "en",
        Math.min(MOST_RECOGNIZERS, Runtime.getRuntime().availableProcessors()),
        Duration.ofMillis(800),
        GateSettings.defaults(),
        DecodeLimits.defaults());
  }

  /** Reads {@code languages, language, recognizers, pause, gate, decode, raw} and the rest. */
  public static SpeechSettings from(Section section) {
    SpeechSettings standard = defaults();
    Map<String, Path> models = models(section.section("languages"));
    String language = section.text("language", standard.language);
    if (!language.equals("en") && !models.containsKey(language)) {
      section.problem("language", "needs a model under languages.%s.model".formatted(language));
    }
    return new SpeechSettings(
        models,
        language,
        section.integer("recognizers", standard.recognizers, 1, MOST_RECOGNIZERS),
        section.duration("pause", standard.pause),
        GateSettings.from(section.section("gate")),
        limits(section.section("decode"), standard.decode),
        RawFormats.from(section.section("raw")),
        AlternativeSettings.from(section.section("alternatives")),
        DiarizationSettings.from(section.section("diarization")));
  }

  private static Map<String, Path> models(Section section) {
    Map<String, Path> models = new LinkedHashMap<>();
    for (String language : section.keys()) {
      section.section(language).path("model").ifPresent(path -> models.put(language, path));
    }
    return models;
  }

  private static DecodeLimits limits(Section section, DecodeLimits standard) {
    return new DecodeLimits(
        section.duration("timeout", standard.timeout()),
        section.bytes("memory", standard.memoryBytes()),
        section.duration("max_duration", standard.maxDuration()));
  }
}
