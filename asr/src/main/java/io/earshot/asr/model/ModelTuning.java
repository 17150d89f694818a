package io.earshot.asr.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is set differently from a model's own configuration files.
 *
 * <p>Figures for each are in this module's README. A model keeps every other setting of its makers.
 */
final class ModelTuning {
  /** Changes when the values below do, so that older copies are not used. */
  static final String VERSION = "2";

  // Kaldi's dither draws from one generator for all threads; ours repeats (see Dither).
  private static final Map<String, String> FEATURES = Map.of("--dither", "0");

  // The beam already keeps what matters. Makers' 200 forces the search to open that many more paths
  // in every frame, also where one word is certain, and that is half of the time of recognition.
  // More frames per chunk make the network's matrices large enough to be quick.
  private static final Map<String, String> SEARCH =
      Map.of("--min-active", "20", "--frames-per-chunk", "51");

  // Small models are shipped with 10: 9 takes half the time on noisy calls and changes one word in
  // 150, but 8 one in 25. Other beams are their makers' choice and were not measured.
  private static final String SMALL_MODELS_BEAM = "--beam=10.0";
  private static final String NARROWER_BEAM = "--beam=9.0";

  private ModelTuning() {}

  static void apply(Path model) throws IOException {
    if (ModelLayout.isSpeakerModel(model)) {
      set(model.resolve("mfcc.conf"), FEATURES);
      return;
    }
    set(model.resolve("conf/mfcc.conf"), FEATURES);
    Path search = model.resolve("conf/model.conf");
    set(search, SEARCH);
    List<String> lines = Files.readAllLines(search);
    lines.replaceAll(line -> line.strip().equals(SMALL_MODELS_BEAM) ? NARROWER_BEAM : line);
    Files.write(search, lines);
  }

  private static void set(Path file, Map<String, String> options) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.removeIf(line -> options.containsKey(line.strip().split("=", 2)[0].strip()));
    options.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(option -> lines.add(option.getKey() + "=" + option.getValue()));
    Files.write(file, lines);
  }
}
