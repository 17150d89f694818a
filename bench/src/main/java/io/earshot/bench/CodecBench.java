package io.earshot.bench;

import io.earshot.analysis.evaluation.speech.SpokenWords;
import io.earshot.analysis.evaluation.speech.WordErrors;
import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.VoskTranscriber;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Turn;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many words of a call change when it is encoded again. Calls are first brought to a
 * telephone's 8 kHz, so that codecs are compared and not bands. The encoder is an ffmpeg of the
 * machine's; what that one can't encode is left out, and said.
 */
final class CodecBench {
  private static final Codec TELEPHONE = Codec.of("original", "wav", "-c:a pcm_s16le -ar 8000");
  private static final List<Codec> CODECS =
      List.of(
          Codec.of("pcm 24 bit", "wav", "-c:a pcm_s24le"),
          Codec.of("float", "wav", "-c:a pcm_f32le"),
          Codec.of("flac", "flac", "-c:a flac"),
          Codec.of("pcm at 48 kHz", "wav", "-c:a pcm_s16le -ar 48000"),
          Codec.of("pcm 8 bit", "wav", "-c:a pcm_u8"),
          Codec.of("a-law", "wav", "-c:a pcm_alaw -ar 8000"),
          Codec.of("mu-law", "wav", "-c:a pcm_mulaw -ar 8000"),
          Codec.of("ms-adpcm", "wav", "-c:a adpcm_ms"),
          Codec.of("g.722", "wav", "-c:a g722 -ar 16000"),
          Codec.of("g.726", "wav", "-c:a g726 -b:a 32k -ar 8000 -ac 1"),
          Codec.of("g.723.1", "wav", "-c:a g723_1 -b:a 6.3k -ar 8000 -ac 1"),
          Codec.of("mp3", "mp3", "-c:a libmp3lame -b:a 64k"),
          Codec.of("aac", "m4a", "-c:a aac -b:a 64k"),
          Codec.of("opus", "ogg", "-c:a libopus -b:a 32k"),
          Codec.of("wma", "wma", "-c:a wmav2 -ar 16000 -b:a 64k"),
          Codec.of("amr", "amr", "-c:a libopencore_amrnb -b:a 12.2k -ar 8000 -ac 1"),
          Codec.of("gsm", "wav", "-c:a libgsm_ms -ar 8000 -ac 1"));

  private final Home home;
  private final Path encoder;
  private final Map<Path, List<String>> words = new HashMap<>();

  private record Codec(String name, String ending, List<String> arguments) {
    static Codec of(String name, String ending, String arguments) {
      return new Codec(name, ending, List.of(arguments.split(" ")));
    }
  }

  CodecBench(Home home, Path encoder) {
    this.home = home;
    this.encoder = encoder;
  }

  void run(List<Path> calls) throws IOException, InterruptedException {
    Settings settings = Settings.load(home.settingsFile());
    try (VoskTranscriber transcriber = Models.transcriber(home, settings)) {
      List<Path> originals = new ArrayList<>();
      for (Path call : calls) {
        Path original = home.root().resolve("original-%d.wav".formatted(originals.size()));
        if (!encode(call, TELEPHONE, original)) {
          throw EarshotException.badInput("%s can't be read by %s".formatted(call, encoder));
        }
        originals.add(original);
        words.put(original, words(transcriber, original));
      }
      for (Codec codec : CODECS) {
        measure(transcriber, codec, originals);
      }
    }
  }

  private void measure(VoskTranscriber transcriber, Codec codec, List<Path> calls)
      throws IOException, InterruptedException {
    WordErrors all = WordErrors.NONE;
    for (Path call : calls) {
      Path encoded = home.root().resolve("call." + codec.ending());
      if (!encode(call, codec, encoded)) {
        System.out.printf("%-14s not encoded by this ffmpeg%n", codec.name());
        return;
      }
      all = all.plus(WordErrors.of(words.get(call), words(transcriber, encoded)));
      Files.delete(encoded);
    }
    System.out.printf(
        "%-14s %5.2f %% of %d words changed, %+.1f %% in number%n",
        codec.name(),
        100 * all.rate(),
        all.words(),
        100.0 * (all.insertions() - all.deletions()) / all.words());
  }

  private static List<String> words(VoskTranscriber transcriber, Path file) {
    return transcriber.transcribe(Recording.of(file), Progress.NONE).turns().stream()
        .map(Turn::text)
        .flatMap(text -> SpokenWords.of(text, "en").stream())
        .toList();
  }

  private boolean encode(Path call, Codec codec, Path target)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    Stream.of(encoder.toString(), "-nostdin", "-v", "quiet", "-y", "-i", call.toString())
        .forEach(command::add);
    command.addAll(codec.arguments());
    command.add(target.toString());
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          "%s can't be started: name an ffmpeg that encodes".formatted(encoder));
    }
  }
}
