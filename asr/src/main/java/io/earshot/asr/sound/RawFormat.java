package io.earshot.asr.sound;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How sound is written that has no header to say so.
 *
 * @param codec what the bytes are
 * @param sampleRate samples per second of each channel; of codecs with a rate of their own that one
 * @param channels of interleaved samples; 1 for codecs that know no other
 */
public record RawFormat(Codec codec, int sampleRate, int channels) {
  private static final int TELEPHONE = 8000;
  private static final int MOST_CHANNELS = 8;

  /** The codecs that recorders write without a header. */
  public enum Codec {
    A_LAW("alaw", SampleFormat.A_LAW),
    MU_LAW("ulaw", SampleFormat.MU_LAW),
    /** Signed linear, 16 bits, little-endian. */
    LINEAR("slin", SampleFormat.PCM_S16),
    GSM("gsm", TELEPHONE, "gsm"),
    G722("g722", 16_000, "g722"),
    G723("g723", TELEPHONE, "g723_1"),
    G729("g729", TELEPHONE, "g729"),
    // Packed from the left as in RFC 3551's own text, or from the right as its RTP names have it.
    G726_16("g726-16", TELEPHONE, "g726", "-code_size", "2"),
    G726_24("g726-24", TELEPHONE, "g726", "-code_size", "3"),
    G726_32("g726-32", TELEPHONE, "g726", "-code_size", "4"),
    G726_40("g726-40", TELEPHONE, "g726", "-code_size", "5"),
    G726_32_RIGHT("g726-32-right", TELEPHONE, "g726le", "-code_size", "4");

    private final String code;
    private final Optional<SampleFormat> samples;
    private final int ownRate;
    private final List<String> arguments;

    Codec(String code, SampleFormat samples) {
      this.code = code;
      this.samples = Optional.of(samples);
      this.ownRate = 0;
      this.arguments = List.of();
    }

    Codec(String code, int ownRate, String demuxer, String... options) {
      this.code = code;
      this.samples = Optional.empty();
      this.ownRate = ownRate;
      this.arguments = MediaDecoder.concat(List.of("-f", demuxer), List.of(options));
    }

    /** The name used in settings. */
    public String code() {
      return code;
    }

    static Optional<Codec> of(String code) {
      return List.of(values()).stream().filter(codec -> codec.code.equals(code)).findFirst();
    }
  }

  /**
   * Takes the codec's own rate and one channel where it has no choice.
   *
   * @throws IllegalArgumentException when rate or channels are impossible
   */
  public RawFormat {
    if (codec.ownRate > 0) {
      sampleRate = codec.ownRate;
      channels = 1;
    }
    if (sampleRate < 1000 || sampleRate > 192_000 || channels < 1 || channels > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "%d samples a second on %d channels".formatted(sampleRate, channels));
    }
  }

  static RawFormat of(Codec codec) {
    return new RawFormat(codec, TELEPHONE, 1);
  }

  /** The usual endings of names, as Asterisk and its kin have them. */
  static Map<String, RawFormat> usual() {
    return Map.ofEntries(
        Map.entry("alaw", of(Codec.A_LAW)),
        Map.entry("al", of(Codec.A_LAW)),
        Map.entry("alw", of(Codec.A_LAW)),
        Map.entry("ulaw", of(Codec.MU_LAW)),
        Map.entry("ul", of(Codec.MU_LAW)),
        Map.entry("ulw", of(Codec.MU_LAW)),
        Map.entry("mulaw", of(Codec.MU_LAW)),
        Map.entry("raw", of(Codec.LINEAR)),
        Map.entry("pcm", of(Codec.LINEAR)),
        Map.entry("sln", of(Codec.LINEAR)),
        Map.entry("slin", of(Codec.LINEAR)),
        Map.entry("sln12", new RawFormat(Codec.LINEAR, 12_000, 1)),
        Map.entry("sln16", new RawFormat(Codec.LINEAR, 16_000, 1)),
        Map.entry("sln24", new RawFormat(Codec.LINEAR, 24_000, 1)),
        Map.entry("sln32", new RawFormat(Codec.LINEAR, 32_000, 1)),
        Map.entry("sln44", new RawFormat(Codec.LINEAR, 44_100, 1)),
        Map.entry("sln48", new RawFormat(Codec.LINEAR, 48_000, 1)),
        Map.entry("gsm", of(Codec.GSM)),
        Map.entry("g722", of(Codec.G722)),
        Map.entry("g723", of(Codec.G723)),
        Map.entry("g729", of(Codec.G729)),
        Map.entry("g726", of(Codec.G726_32)),
        Map.entry("g726-16", of(Codec.G726_16)),
        Map.entry("g726-24", of(Codec.G726_24)),
        Map.entry("g726-32", of(Codec.G726_32)),
        Map.entry("g726-40", of(Codec.G726_40)));
  }

  /** A header as such a file would have it, where Java decodes its samples. */
  Optional<WavHeader> header() {
    return codec.samples.map(
        format -> new WavHeader(format, channels, sampleRate, 0, WavHeader.TO_THE_END));
  }

  /** What the media decoder must be told before the file's name. */
  List<String> decoderArguments() {
    return codec.arguments;
  }
}
