package io.earshot.analysis.emotion;

import io.earshot.analysis.learning.ExampleFiles;
import io.earshot.analysis.learning.Lesson;
import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The emotions of all files of a folder; an emotion may be spread over several files. */
public final class EmotionPack {
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final int LEAST_EXAMPLES = 3;
  private static final Place NOWHERE = new Place(0, 0, Feeling.NEUTRAL);

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> titles = new HashMap<>();
  private final Map<String, Map<String, List<String>>> examples = new HashMap<>();

  /**
   * Where an emotion lies on the two axes of Russell's circumplex (1980).
   *
   * @param valence -1 (unpleasant) to 1 (pleasant)
   * @param arousal -1 (drained) to 1 (worked up)
   * @param shownAs the emotion that people see instead; the emotion's own name for most
   */
  private record Place(double valence, double arousal, String shownAs) {}

  private EmotionPack() {}

  /**
   * Reads {@code *.yaml} of a folder.
   *
   * @throws EarshotException of kind MISCONFIGURED naming every problem
   */
  public static EmotionPack load(Path folder) {
    EmotionPack pack = new EmotionPack();
    ExampleFiles.read(folder, file -> file.sections("emotions").forEach(pack::read));
    for (Place place : pack.places.values()) {
      if (!pack.places.containsKey(place.shownAs())) {
        throw EarshotException.misconfigured(
            "%s: an emotion is shown_as '%s', which no file has; add it or correct the name"
                .formatted(folder, place.shownAs()));
      }
    }
    if (!pack.places.containsKey(Feeling.NEUTRAL)) {
      throw EarshotException.misconfigured(
          folder + ": no file has the emotion 'neutral', which every other is told from; add it");
    }
    return pack;
  }

  private void read(Section section) {
    String name = section.required("name");
    Place place =
        new Place(
            section.number("valence", 0, -1, 1),
            section.number("arousal", 0, -1, 1),
            section.text("shown_as", name));
    Section title = section.section("title");
    for (String language : LANGUAGES) {
      titles
          .computeIfAbsent(name, key -> new HashMap<>())
          .putIfAbsent(language, title.text(language, name));
    }
    Place before = places.putIfAbsent(name, place);
    if (before != null && !before.equals(place)) {
      section.problem("name", "'%s' has another valence or arousal elsewhere".formatted(name));
    }
    Section texts = section.section("examples");
    for (String language : LANGUAGES) {
      List<String> sentences = texts.texts(language);
      if (sentences.size() < LEAST_EXAMPLES) {
        section.problem("examples", "needs %d under '%s'".formatted(LEAST_EXAMPLES, language));
      }
      examples
          .computeIfAbsent(name, key -> new HashMap<>())
          .computeIfAbsent(language, key -> new ArrayList<>())
          .addAll(sentences);
    }
  }

  public double valence(String name) {
    return place(name).valence();
  }

  public double arousal(String name) {
    return place(name).arousal();
  }

  /** The name that people see: a shade such as a calm refusal is shown as what it is a shade of. */
  public String shownAs(String name) {
    return place(name).shownAs();
  }

  /** -1 for an unpleasant emotion, 0 for a calm one, 1 for a pleasant one, as it is shown. */
  int side(String name) {
    return (int) Math.signum(valence(shownAs(name)));
  }

  private Place place(String name) {
    return places.getOrDefault(name, NOWHERE);
  }

  /** Each emotion's valence by its name. */
  public Map<String, Double> byName() {
    Map<String, Double> byName = new LinkedHashMap<>();
    examples.keySet().forEach(name -> byName.put(name, valence(name)));
    return byName;
  }

  /** What people call an emotion, by language; nothing for one that no file has. */
  public Map<String, String> title(String name) {
    return Map.copyOf(titles.getOrDefault(name, Map.of()));
  }

  /** The emotions that people see, in the order of the files. */
  public List<String> shown() {
    return places.keySet().stream().filter(name -> shownAs(name).equals(name)).toList();
  }

  /** How many emotions people see. */
  public int size() {
    return shown().size();
  }

  Lesson lesson(String language) {
    return new Lesson(
        language,
        places.keySet().stream()
            .map(name -> new Lesson.Topic(name, examples.get(name).get(language)))
            .toList());
  }
}
