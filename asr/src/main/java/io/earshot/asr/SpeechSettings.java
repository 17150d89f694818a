package io.earshot.asr;

import io.earshot.asr.segment.GateSettings;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.RawFormats;
import io.earshot.config.Section;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How speech is recognised.
 *
 * @param models for a language the name of an installed Vosk model, or the path of the user's own;
 *     English needs none
 * @param language used for recordings that name none, when it is not detected
 * @param detect whether the language is found out by listening, where several have models and
 *     nobody names one
 * @param modelsAtOnce most models in memory
 * @param recognizers that work side by side
 * @param pause silence of one party that ends a turn
 * @param gate what counts as speech
 * @param decode what decoding one file may use
 * @param raw how files without a header are written
 * @param alternatives which words are told what else they may have been
 * @param diarization whether one track is divided between two parties
 */
public record SpeechSettings(
    Map<String, String> models,
    String language,
    boolean detect,
    int modelsAtOnce,
    int recognizers,
    Duration pause,
    GateSettings gate,
    DecodeLimits decode,
    RawFormats raw,
    AlternativeSettings alternatives,
    DiarizationSettings diarization) {
  private static final int MOST_RECOGNIZERS = 256;
  private static final int MOST_MODELS = 100;

  public SpeechSettings {
    models = Map.copyOf(models);
  }

  /** English with the model that comes with Earshot, a recognizer per processor, pause 800 ms. */
  public static SpeechSettings defaults() {
    return new SpeechSettings(
        Map.of(),
        "en",
        true,
        3,
        Math.min(MOST_RECOGNIZERS, Runtime.getRuntime().availableProcessors()),
        Duration.ofMillis(800),
        GateSettings.defaults(),
        DecodeLimits.defaults(),
        RawFormats.usual(),
        AlternativeSettings.defaults(),
        DiarizationSettings.defaults());
  }

  /** Reads {@code languages, language, detect, models_at_once, recognizers} and the rest. */
  public static SpeechSettings from(Section section) {
    SpeechSettings standard = defaults();
    return new SpeechSettings(
        models(section.section("languages")),
        section.text("language", standard.language),
        section.flag("detect", standard.detect),
        section.integer("models_at_once", standard.modelsAtOnce, 1, MOST_MODELS),
        section.integer("recognizers", standard.recognizers, 1, MOST_RECOGNIZERS),
        section.duration("pause", standard.pause),
        GateSettings.from(section.section("gate")),
        limits(section.section("decode"), standard.decode),
        RawFormats.from(section.section("raw")),
        AlternativeSettings.from(section.section("alternatives")),
        DiarizationSettings.from(section.section("diarization")));
  }

  /** The same with another number of recognizers. */
  public SpeechSettings withRecognizers(int number) {
    return new SpeechSettings(
        models,
        language,
        detect,
        modelsAtOnce,
        number,
        pause,
        gate,
        decode,
        raw,
        alternatives,
        diarization);
  }

  private static Map<String, String> models(Section section) {
    Map<String, String> models = new LinkedHashMap<>();
    for (String language : section.keys()) {
      section.section(language).text("model").ifPresent(model -> models.put(language, model));
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
