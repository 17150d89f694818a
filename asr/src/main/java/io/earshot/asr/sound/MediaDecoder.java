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

/**
 * Decodes whatever ffmpeg knows in a process with limits, one process per file.
 *
 * <p>Thread-safe. Nothing is unpacked or started before the first file needs it. Linux x86-64 only:
 * elsewhere files that Java does not decode are refused by name.
 */
public final class MediaDecoder {
  private static final ObjectMapper JSON = new ObjectMapper();
  // Playlists disguised as sound would otherwise make ffmpeg read other files or addresses.
  private static final List<String> SAFE =
      List.of("-v", "error", "-protocol_whitelist", "file,pipe");

  private final FfmpegFolder folder;
  private final DecodeLimits limits;

  /**
   * A decoder that unpacks its programs into {@code cache} when first needed.
   *
   * @param cache a folder that can be written and is kept between runs
   */
  public MediaDecoder(Path cache, DecodeLimits limits) {
    this.folder = new FfmpegFolder(cache.toAbsolutePath());
    this.limits = limits;
  }

  /** What each decoding may use. */
  public DecodeLimits limits() {
    return limits;
  }

  AudioReader open(Path file) {
    BoundedProcess process = start("ffmpeg", decodeArguments(file), file);
    try {
      InputStream output = new BufferedInputStream(process.output(), 1 << 16);
      Optional<WavHeader> header = WavHeader.read(output, file.getFileName().toString());
      if (header.isEmpty()) {
        throw undecodable(file, process);
      }
      process.delivered();
      AudioInfo info =
          new AudioInfo(header.get().channels(), header.get().sampleRate(), 0, "ffmpeg");
      WavReader samples = new WavReader(file.getFileName().toString(), output, header.get(), info);
      return new ProcessReader(file, process, samples);
    } catch (IOException e) {
      EarshotException failure = undecodable(file, process);
      failure.addSuppressed(e);
      throw failure;
    }
  }

  AudioInfo probe(Path file) {
    try (BoundedProcess process = start("ffprobe", probeArguments(file), file)) {
      JsonNode found = JSON.readTree(process.output());
      JsonNode stream = found.path("streams").path(0);
      if (process.exitCode() != 0 || stream.isMissingNode()) {
        throw undecodable(file, process);
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

  private BoundedProcess start(String program, List<String> arguments, Path file) {
    Path ready = folder.ready();
    try {
      return BoundedProcess.start(ready, program, arguments, limits);
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "The media decoder can't be started for %s: decoding other than WAV needs Linux x86-64"
              .formatted(file.getFileName()),
          e);
    }
  }

  // WAV on the pipe rather than bare samples: its header tells channels and rate.
  private List<String> decodeArguments(Path file) {
    return concat(
        List.of("-nostdin"),
        SAFE,
        List.of("-threads", "1", "-i", "file:" + file.toAbsolutePath()),
        List.of("-map", "0:a:0", "-vn", "-sn", "-dn"),
        List.of("-t", Long.toString(limits.maxDuration().toSeconds())),
        List.of("-threads", "1", "-c:a", "pcm_s16le", "-f", "wav", "-bitexact", "pipe:1"));
  }

  private static List<String> probeArguments(Path file) {
    return concat(
        SAFE,
        List.of("-of", "json", "-select_streams", "a:0"),
        List.of("-show_entries", "stream=codec_name,channels,sample_rate:format=duration"),
        List.of("file:" + file.toAbsolutePath()));
  }

  @SafeVarargs
  private static List<String> concat(List<String>... parts) {
    return java.util.Arrays.stream(parts).flatMap(List::stream).toList();
  }

  private EarshotException undecodable(Path file, BoundedProcess process) {
    int code = process.exitCode();
    process.close();
    String name = file.getFileName().toString();
    if (process.timedOut()) {
      return EarshotException.badInput(
          "%s gave no sound within %d s of decoding: it may be damaged"
              .formatted(name, limits.timeout().toSeconds()));
    }
    String complaint = process.complaint().replace(file.toAbsolutePath().toString(), name);
    return EarshotException.badInput(
        "%s holds no sound that can be decoded (decoder's exit code %d: %s)"
            .formatted(name, code, complaint.isEmpty() ? "no reason given" : firstLine(complaint)));
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }

  /** Sound that comes out of a process. What was decoded before a failure counts. */
  private final class ProcessReader implements AudioReader {
    private final Path file;
    private final BoundedProcess process;
    private final WavReader samples;
    private boolean anything;

    ProcessReader(Path file, BoundedProcess process, WavReader samples) {
      this.file = file;
      this.process = process;
      this.samples = samples;
    }

    @Override
    public AudioInfo info() {
      return samples.info();
    }

    @Override
    public int read(float[][] channels) {
      process.awaited();
      int got = samples.read(channels);
      process.delivered();
      if (got < 0 && !anything || process.timedOut()) {
        throw undecodable(file, process);
      }
      anything |= got > 0;
      return got;
    }

    @Override
    public void close() {
      process.close();
      samples.close();
    }
  }
}
