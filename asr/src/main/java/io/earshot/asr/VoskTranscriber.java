package io.earshot.asr;

import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.engine.VoiceVectors;
import io.earshot.asr.engine.VoskEngine;
import io.earshot.asr.engine.VoskSpeakers;
import io.earshot.asr.model.ModelChoice;
import io.earshot.asr.model.SpeechModel;
import io.earshot.asr.model.SpeechModels;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Turn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transcribes with Vosk.
 *
 * <p>Every call is cut into segments that go to one pool of threads, so one call uses all cores and
 * many calls share them; no two calls share a recognizer, so none changes another's words. A model
 * is loaded when a call first needs it, and kept until others need its place.
 */
public final class VoskTranscriber implements Transcriber {
  private static final Logger LOG = LoggerFactory.getLogger(VoskTranscriber.class);

  private final SpeechSettings settings;
  private final ModelChoice choice;
  private final MediaDecoder decoder;
  private final RecognizerPool pool;
  private final VoskSpeakers speakers;

  private VoskTranscriber(
      SpeechSettings settings,
      SpeechModels models,
      Function<SpeechModel, SpeechEngine> loader,
      VoskSpeakers speakers) {
    this.speakers = speakers;
    this.settings = settings;
    this.choice = new ModelChoice(models, settings.models());
    this.decoder = new MediaDecoder(models.installedFolder(), settings.decode(), settings.raw());
    this.pool = new RecognizerPool(settings.recognizers(), settings.modelsAtOnce(), loader);
  }

  /** A transcriber; nothing is read or loaded before the first recording. */
  public static VoskTranscriber open(SpeechSettings settings, SpeechModels models) {
    VoskSpeakers speakers = new VoskSpeakers(models::readySpeakers);
    return new VoskTranscriber(settings, models, model -> load(model, models, speakers), speakers);
  }

  /** The same with another engine, for tests. */
  static VoskTranscriber open(
      SpeechSettings settings, SpeechModels models, Function<SpeechModel, SpeechEngine> loader) {
    return new VoskTranscriber(settings, models, loader, new VoskSpeakers(Optional::empty));
  }

  private static SpeechEngine load(SpeechModel model, SpeechModels models, VoskSpeakers speakers) {
    long start = System.nanoTime();
    SpeechEngine engine = VoskEngine.load(models.ready(model), speakers);
    LOG.info("Speech model {} loaded in {} ms", model.name(), millisecondsSince(start));
    return engine;
  }

  /** What a recording is heard with, and how sure its language is. */
  private record Choice(SpeechModel model, double confidence) {}

  @Override
  public Transcript transcribe(Recording recording, Progress progress) {
    long start = System.nanoTime();
    Choice chosen = choose(recording);
    String language = chosen.model().language();
    List<SpeechQueue.Track> heard;
    long audioMs;
    try (RecognizerPool.ModelUse model = pool.use(chosen.model());
        SpeechQueue queue =
            new SpeechQueue(model, language, settings.alternatives(), vectors(recording, model))) {
      audioMs =
          feed(recording, queue, settings.decode().maxDuration(), progress, totalMs(recording));
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
        chosen.confidence(),
        chosen.model().name(),
        audioMs,
        millisecondsSince(start),
        parties.source(),
        cast.confidence(),
        turns);
  }

  /** None where one track can't be both parties', or is not divided. */
  private Optional<VoiceVectors> vectors(Recording recording, RecognizerPool.ModelUse model) {
    boolean mayBeBoth = recording.media().size() == 1 && recording.roles().size() != 1;
    return mayBeBoth && settings.diarization().enabled() ? model.voices() : Optional.empty();
  }

  private Choice choose(Recording recording) {
    if (!recording.model().isEmpty()) {
      return new Choice(choice.named(recording.model()), 1);
    }
    if (!recording.language().isEmpty()) {
      return new Choice(choice.of(recording.language()), 1);
    }
    if (!settings.detect() || choice.languages().size() < 2) {
      return new Choice(choice.of(settings.language()), 1);
    }
    SpokenLanguage.Guess guess =
        new SpokenLanguage(choice, pool).of(sample(recording), settings.language());
    return new Choice(choice.of(guess.language()), guess.confidence());
  }

  private List<SpeechSegment> sample(Recording recording) {
    long totalMs = totalMs(recording);
    LanguageSample sample = new LanguageSample(totalMs);
    Duration longest = Duration.ofMillis(LanguageSample.LONGEST_MS);
    feed(recording, sample, longest, Progress.NONE, totalMs);
    return sample.stretches();
  }

  private long feed(
      Recording recording, SegmentSink sink, Duration longest, Progress progress, long totalMs) {
    long longestMs = 0;
    long doneMs = 0;
    for (Path media : recording.media()) {
      long before = doneMs;
      try (AudioReader reader = AudioFile.open(media, decoder)) {
        int tracks = alike(recording, media) ? 1 : reader.info().channels();
        MediaFeed feed =
            new MediaFeed(reader, tracks, settings.gate(), sink, media.getFileName().toString());
        long readMs = feed.run(longest, ms -> progress.heard(before + ms, totalMs));
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

  @Override
  public CheckResult check() {
    try {
      String models =
          choice.languages().stream()
              .map(language -> "%s with %s".formatted(language, choice.of(language).name()))
              .collect(Collectors.joining(", "));
      choice.of(settings.language());
      return CheckResult.ok("speech", models);
    } catch (EarshotException e) {
      return CheckResult.failed("speech", e.getMessage());
    }
  }

  @Override
  public void close() {
    pool.close();
    speakers.close();
  }

  private static long millisecondsSince(long startNanos) {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }
}
