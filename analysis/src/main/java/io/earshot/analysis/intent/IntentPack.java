package io.earshot.analysis.intent;

import io.earshot.analysis.learning.ExampleFiles;
import io.earshot.analysis.learning.Lesson;
import io.earshot.config.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The intents of all files of a folder, and what is said without wanting anything. An intent may be
 * spread over several files.
 */
public final class IntentPack {
  /** The name of the class that is no intent. */
  static final String NONE = "";

  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final int LEAST_EXAMPLES = 3;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,39}");

  private final Map<String, Intent> intents = new LinkedHashMap<>();
  private final Map<String, List<String>> none = new HashMap<>();

  private IntentPack() {}

  /**
   * Reads {@code *.yaml} of a folder.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED naming every problem
   */
  public static IntentPack load(Path folder) {
    IntentPack pack = new IntentPack();
    ExampleFiles.read(folder, pack::read);
    return pack;
  }

  private void read(Section file) {
    Set<String> here = new HashSet<>();
    for (Section section : file.sections("intents")) {
      Intent intent = intent(section);
      if (!here.add(intent.name())) {
        section.problem("name", "is there twice: '%s'".formatted(intent.name()));
      }
      Intent before = intents.get(intent.name());
      if (before != null && !before.agrees(intent)) {
        section.problem(
            "name",
            "'%s' has another weight, department or touchpoint elsewhere".formatted(intent.name()));
      }
      intents.merge(intent.name(), intent, Intent::with);
    }
    Section nothing = file.section("none");
    for (String language : LANGUAGES) {
      none.computeIfAbsent(language, key -> new ArrayList<>()).addAll(nothing.texts(language));
    }
  }

  private static Intent intent(Section section) {
    String name = section.required("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      section.problem("name", "must be snake_case: lower case letters, digits and _");
    }
    Section titles = section.section("title");
    Map<String, String> title = new HashMap<>();
    LANGUAGES.forEach(language -> title.put(language, titles.text(language, name)));
    double weight = section.number("weight", 1, 0, 1);
    return new Intent(
        name,
        title,
        section.text("department", ""),
        section.text("touchpoint", ""),
        weight,
        examples(section));
  }

  private static Map<String, List<String>> examples(Section intent) {
    Section section = intent.section("examples");
    Map<String, List<String>> examples = new HashMap<>();
    for (String language : LANGUAGES) {
      List<String> texts = section.texts(language);
      Set<String> distinct = new HashSet<>(texts);
      if (texts.isEmpty()) {
        continue;
      }
      if (distinct.size() < LEAST_EXAMPLES) {
        section.problem(language, "needs at least %d examples".formatted(LEAST_EXAMPLES));
      }
      examples.put(language, texts);
    }
    if (examples.isEmpty()) {
      intent.problem("examples", "needs sentences under 'en' or 'zh'");
    }
    return examples;
  }

  public List<Intent> intents() {
    return List.copyOf(intents.values());
  }

  /** How much an intent counts for a whole conversation; 1 for one that is not of this pack. */
  public double weight(String name) {
    return intents.containsKey(name) ? intents.get(name).weight() : 1;
  }

  /**
   * What is to be learned for a language; the last class is "none of these" where it has examples.
   */
  Lesson lesson(String language) {
    List<Lesson.Topic> topics = new ArrayList<>();
    for (Intent intent : intents.values()) {
      List<String> texts = intent.examples().getOrDefault(language, List.of());
      if (!texts.isEmpty()) {
        topics.add(new Lesson.Topic(intent.name(), texts));
      }
    }
    List<String> nothing = none.getOrDefault(language, List.of());
    if (!nothing.isEmpty() && !topics.isEmpty()) {
      topics.add(new Lesson.Topic(NONE, nothing));
    }
    return new Lesson(language, topics);
  }
}
