package io.earshot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.asr.sound.AudioFile;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.Resampler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/** The engine as its makers show it: the model as shipped, whole channels, nothing left out. */
final class PlainVosk implements AutoCloseable {
  private static final int RATE = 16_000;
  private static final int FED_SAMPLES = 4000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Model model;
  private final MediaDecoder decoder;

  private PlainVosk(Model model, MediaDecoder decoder) {
    this.model = model;
    this.decoder = decoder;
  }

  /** Unpacks the model as shipped, which the tuned copy is not. */
  static PlainVosk load(Path bundled, Path work) throws IOException {
    Path folder = work.resolve("plain-model");
    if (!Files.isDirectory(folder)) {
      unpack(archive(bundled), folder);
    }
    try (Stream<Path> found = Files.walk(folder, 4)) {
      Path am = found.filter(path -> path.endsWith("am")).findFirst().orElseThrow();
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      return new PlainVosk(
          new Model(am.getParent().toString()), new MediaDecoder(work, DecodeLimits.defaults()));
    }
  }

  private static Path archive(Path bundled) throws IOException {
    try (Stream<Path> files = Files.list(bundled)) {
      return files.filter(file -> file.toString().endsWith(".aar")).findFirst().orElseThrow();
    }
  }

  private static void unpack(Path archive, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!entry.isDirectory() && target.startsWith(folder)) {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
    }
  }

  /** All channels of a file at 16 kHz, in memory, before the clock starts. */
  List<float[]> channels(Path file) {
    try (AudioReader reader = AudioFile.open(file, decoder)) {
      int rate = reader.info().sampleRate();
      List<Line> lines = new ArrayList<>();
      for (int channel = 0; channel < reader.info().channels(); channel++) {
        lines.add(new Line(rate));
      }
      float[][] block = new float[lines.size()][rate];
      long samples = 0;
      for (int got = reader.read(block); got >= 0; got = reader.read(block)) {
        samples += got;
        for (int channel = 0; channel < block.length; channel++) {
          lines.get(channel).add(lines.get(channel).resampler.process(block[channel], got));
        }
      }
      for (Line line : lines) {
        line.add(line.resampler.finish(samples));
      }
      return lines.stream().map(line -> Arrays.copyOf(line.samples, line.count)).toList();
    }
  }

  private static final class Line {
    private final Resampler resampler;
    private float[] samples = new float[RATE];
    private int count;

    Line(int rate) {
      resampler = new Resampler(rate, RATE);
    }

    void add(float[] more) {
      if (count + more.length > samples.length) {
        samples = Arrays.copyOf(samples, 2 * (count + more.length));
      }
      System.arraycopy(more, 0, samples, count, more.length);
      count += more.length;
    }
  }

  /** Recognises one whole channel; the number of its words. */
  int words(float[] channel) throws IOException {
    int words = 0;
    try (Recognizer recognizer = new Recognizer(model, RATE)) {
      recognizer.setWords(true);
      for (int at = 0; at < channel.length; at += FED_SAMPLES) {
        float[] fed = Arrays.copyOfRange(channel, at, Math.min(channel.length, at + FED_SAMPLES));
        if (recognizer.acceptWaveForm(fed, fed.length)) {
          words += count(recognizer.getResult());
        }
      }
      return words + count(recognizer.getFinalResult());
    }
  }

  private static int count(String result) throws IOException {
    JsonNode words = JSON.readTree(result).path("result");
    return words.size();
  }

  @Override
  public void close() {
    model.close();
  }
}
