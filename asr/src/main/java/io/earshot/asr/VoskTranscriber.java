package io.earshot.asr;

import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.engine.VoskEngine;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transcribes with Vosk.
 *
 * <p>Every call is cut into segments that go to one pool of threads, so one call uses all cores and
 * many calls share them; no two calls share a recognizer, so none changes another's words. A model
 * is loaded when a call first needs its language, and kept.
 */
public final class VoskTranscriber implements Transcriber {
  private static final Logger LOG = LoggerFactory.getLogger(VoskTranscriber.class);

  private final SpeechSettings settings;
  private final SpeechModels models;
  private final MediaDecoder decoder;
  private final RecognizerPool pool;

  private VoskTranscriber(
      SpeechSettings settings, SpeechModels models, Function<String, SpeechEngine> loader) {
    this.settings = settings;
    this.models = models;
    this.decoder = new MediaDecoder(models.installedFolder(), settings.decode(), settings.raw());
    this.pool = new RecognizerPool(settings.recognizers(), loader);
  }

  /** A transcriber; nothing is read or loaded before the first recording. */
  public static VoskTranscriber open(SpeechSettings settings, SpeechModels models) {
    return new VoskTranscriber(settings, models, language -> load(language, settings, models));
  }

  /** The same with another engine, for tests. */
  static VoskTranscriber open(
      SpeechSettings settings, SpeechModels models, Function<String, SpeechEngine> loader) {
    return new VoskTranscriber(settings, models, loader);
  }

  private static SpeechEngine load(String language, SpeechSettings settings, SpeechModels models) {
    long start = System.nanoTime();
    Path folder = models.install(language, own(settings, language)).folder();
    SpeechEngine engine = VoskEngine.load(folder);
    LOG.info("Speech model for {} loaded in {} ms", language, millisecondsSince(start));
    return engine;
  }

  @Override
  public Transcript transcribe(Recording recording, Progress progress) {
    long start = System.nanoTime();
    String language = recording.language().isEmpty() ? settings.language() : recording.language();
    String model = modelName(language);
    pool.prepare(language);
    List<SpeechQueue.Track> heard;
    long audioMs;
    try (SpeechQueue queue = new SpeechQueue(pool, language, settings.alternatives())) {
      audioMs = feed(recording, queue, progress);
      heard = queue.heard();
    }
    boolean divide = settings.diarization().enabled();
    Cast cast = Cast.of(recording.roles(), recording.rolesAreFirm(), heard, divide);
    Parties parties = cast.parties();
    List<Turn> turns =
        new TurnBuilder(
                settings.pause(), language, (track, words) -> heard.get(track).voice().of(words))
            .build(cast);
    return new Transcript(
        language,
        model,
        audioMs,
        millisecondsSince(start),
        parties.source(),
        cast.confidence(),
        turns);
  }

  private long feed(Recording recording, SpeechQueue queue, Progress progress) {
    long totalMs = totalMs(recording);
    long longestMs = 0;
    long doneMs = 0;
    for (Path media : recording.media()) {
      long before = doneMs;
      try (AudioReader reader = AudioFile.open(media, decoder)) {
        int tracks = alike(recording, media) ? 1 : reader.info().channels();
        MediaFeed feed =
            new MediaFeed(reader, tracks, settings.gate(), queue, media.getFileName().toString());
        long readMs =
            feed.run(settings.decode().maxDuration(), ms -> progress.heard(before + ms, totalMs));
        longestMs = Math.max(longestMs, readMs);
        doneMs += readMs;
      }
    }
    return longestMs;
  }

  // Who gives roles to two channels knows that they differ.
  private boolean alike(Recording recording, Path media) {
    if (recording.media().size() > 1 || !recording.roles().isEmpty()) {
      return false;
    }
    try (AudioReader reader = AudioFile.open(media, decoder)) {
      return TwinChannels.in(reader);
    }
  }

  private long totalMs(Recording recording) {
    List<Long> lengths = new ArrayList<>();
    for (Path media : recording.media()) {
      lengths.add(AudioFile.probe(media, decoder).durationMs());
    }
    return lengths.contains(0L) ? 0 : lengths.stream().mapToLong(Long::longValue).sum();
  }

  private String modelName(String language) {
    return SpeechModels.name(models.source(language, own(settings, language)));
  }

  private static Optional<Path> own(SpeechSettings settings, String language) {
    return Optional.ofNullable(settings.models().get(language));
  }

  @Override
  public CheckResult check() {
    try {
      return CheckResult.ok(
          "speech", "%s with %s".formatted(settings.language(), modelName(settings.language())));
    } catch (EarshotException e) {
      return CheckResult.failed("speech", e.getMessage());
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static long millisecondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
