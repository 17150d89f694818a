package io.earshot.asr.sound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.conversation.EarshotException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decodes whatever ffmpeg knows in a process with limits, one process per file.
 *
 * <p>Thread-safe. Nothing is unpacked or started before the first file needs it. Linux x86-64 only:
 * elsewhere files that Java does not decode are refused by name.
 */
public final class MediaDecoder {
  private static final ObjectMapper JSON = new ObjectMapper();

  // Formats of sound alone. Others, such as playlists in disguise, name further files or addresses,
  // and ffmpeg would read those: one customer's call could pass for another's.
  private static final String FORMATS =
      "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,asf_o,au,avi,caf,flac,g722,g723_1,g726,g726le,g729,gsm,"
          + "ircam,loas,matroska,mov,mp3,mpeg,mpegts,nistsphere,ogg,sox,tta,voc,w64,wav,wv,xwma";
  private static final List<String> SAFE =
      List.of("-v", "error", "-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS);

  private final FfmpegFolder folder;
  private final DecodeLimits limits;
  private final RawFormats raw;

  /**
   * A decoder that unpacks its programs into {@code cache} when first needed.
   *
   * @param cache a folder that can be written and is kept between runs
   */
  public MediaDecoder(Path cache, DecodeLimits limits) {
    this(cache, limits, RawFormats.usual());
  }

  /**
   * The same.
   *
   * @param raw how files without a header are written
   */
  public MediaDecoder(Path cache, DecodeLimits limits, RawFormats raw) {
    this.folder = new FfmpegFolder(cache.toAbsolutePath());
    this.limits = limits;
    this.raw = raw;
  }

  /** What each decoding may use. */
  public DecodeLimits limits() {
    return limits;
  }

  RawFormats raw() {
    return raw;
  }

  /**
   * Starts to decode a file.
   *
   * @param format arguments that tell how a file without a header is written
   */
  AudioReader open(Path file, List<String> format) {
    Decoding decoding = start("ffmpeg", file, input -> decodeArguments(format, input));
    try {
      InputStream output = new BufferedInputStream(decoding.process.output(), 1 << 16);
      Optional<WavHeader> header = WavHeader.read(output, decoding.name());
      if (header.isEmpty()) {
        throw decoding.refused();
      }
      decoding.process.delivered();
      AudioInfo info =
          new AudioInfo(header.get().channels(), header.get().sampleRate(), 0, "ffmpeg");
      return new ProcessReader(
          decoding, new WavReader(decoding.name(), output, header.get(), info));
    } catch (IOException e) {
      EarshotException failure = decoding.refused();
      failure.addSuppressed(e);
      throw failure;
    }
  }

  AudioInfo probe(Path file, List<String> format) {
    try (Decoding decoding = start("ffprobe", file, input -> probeArguments(format, input))) {
      JsonNode found = JSON.readTree(decoding.process.output());
      JsonNode stream = found.path("streams").path(0);
      if (decoding.process.exitCode() != 0 || stream.isMissingNode()) {
        throw decoding.refused();
      }
      return new AudioInfo(
          Math.max(1, stream.path("channels").asInt()),
          stream.path("sample_rate").asInt(),
          durationMs(found.path("format").path("duration").asText("0")),
          stream.path("codec_name").asText("unknown"));
    } catch (IOException e) {
      throw EarshotException.badInput(
          "%s can't be examined by the media decoder".formatted(file.getFileName()), e);
    }
  }

  private static long durationMs(String seconds) {
    try {
      return new BigDecimal(seconds).movePointRight(3).longValue();
    } catch (NumberFormatException e) {
      return 0; // ffprobe writes N/A for streams without a length.
    }
  }

  private Decoding start(
      String program, Path file, Function<DecoderInput, List<String>> arguments) {
    Path ready = folder.ready();
    DecoderInput input = DecoderInput.of(file);
    try {
      return new Decoding(
          file, input, BoundedProcess.start(ready, program, arguments.apply(input), limits));
    } catch (IOException e) {
      input.close();
      throw EarshotException.unavailable(
          "The media decoder can't be started for %s: decoding other than WAV needs Linux x86-64"
              .formatted(file.getFileName()),
          e);
    }
  }

  // WAV on the pipe rather than bare samples: its header tells channels and rate.
  private List<String> decodeArguments(List<String> format, DecoderInput input) {
    return concat(
        List.of("-nostdin"),
        SAFE,
        format,
        List.of("-threads", "1", "-i", input.argument()),
        List.of("-map", "0:a:0", "-vn", "-sn", "-dn"),
        List.of("-t", Long.toString(limits.maxDuration().toSeconds())),
        List.of("-threads", "1", "-c:a", "pcm_s16le", "-f", "wav", "-bitexact", "pipe:1"));
  }

  private static List<String> probeArguments(List<String> format, DecoderInput input) {
    return concat(
        SAFE,
        format,
        List.of("-of", "json", "-select_streams", "a:0"),
        List.of("-show_entries", "stream=codec_name,channels,sample_rate:format=duration"),
        List.of(input.argument()));
  }

  @SafeVarargs
  static List<String> concat(List<String>... parts) {
    return java.util.Arrays.stream(parts).flatMap(List::stream).toList();
  }

  /** A process at work on a file. */
  private final class Decoding implements AutoCloseable {
    private final Path file;
    private final DecoderInput input;
    private final BoundedProcess process;

    Decoding(Path file, DecoderInput input, BoundedProcess process) {
      this.file = file;
      this.input = input;
      this.process = process;
    }

    String name() {
      return file.getFileName().toString();
    }

    /** Ends it and says why there is no sound. */
    EarshotException refused() {
      int code = process.exitCode();
      close();
      if (process.timedOut()) {
        return EarshotException.badInput(
            "%s gave no sound within %d s of decoding: it may be damaged"
                .formatted(name(), limits.timeout().toSeconds()));
      }
      String complaint = input.withoutPath(process.complaint(), name());
      return EarshotException.badInput(
          "%s holds no sound that can be decoded (decoder's exit code %d: %s)"
              .formatted(
                  name(), code, complaint.isEmpty() ? "no reason given" : firstLine(complaint)));
    }

    @Override
    public void close() {
      process.close();
      input.close();
    }
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Sound that comes out of a process. What was decoded before a failure counts. */
  private static final class ProcessReader implements AudioReader {
    private final Decoding decoding;
    private final WavReader samples;
    private boolean anything;

    ProcessReader(Decoding decoding, WavReader samples) {
      this.decoding = decoding;
      this.samples = samples;
    }

    @Override
    public AudioInfo info() {
      return samples.info();
    }

    @Override
    public int read(float[][] channels) {
      decoding.process.awaited();
      int got = samples.read(channels);
      decoding.process.delivered();
      if (got < 0 && !anything || decoding.process.timedOut()) {
        throw decoding.refused();
      }
      anything |= got > 0;
      return got;
    }

    @Override
    public void close() {
      decoding.close();
      samples.close();
    }
  }
}
