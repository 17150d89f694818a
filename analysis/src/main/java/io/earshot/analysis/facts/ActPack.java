package io.earshot.analysis.facts;

import io.earshot.analysis.learning.ExampleFiles;
import io.earshot.analysis.learning.Lesson;
import io.earshot.config.Section;
import io.earshot.conversation.Speaker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The acts of all files of a folder, by who performs them, and what is said without any. An act may
 * be spread over several files.
 */
public final class ActPack {
  /** The name of the class that is no act. */
  static final String NONE = "";

  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final int LEAST_EXAMPLES = 3;

  private final Map<Speaker, Map<String, Map<String, List<String>>>> examples =
      new EnumMap<>(Speaker.class);

  private ActPack() {}

  /**
   * Reads {@code *.yaml} of a folder.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED naming every problem
   */
  public static ActPack load(Path folder) {
    ActPack pack = new ActPack();
    ExampleFiles.read(folder, pack::read);
    return pack;
  }

  private void read(Section file) {
    file.sections("acts").forEach(this::readAct);
    for (Section nothing : file.sections("none")) {
      speaker(nothing).ifPresent(who -> add(who, NONE, nothing));
    }
  }

  private void readAct(Section section) {
    String name = section.required("name");
    Section titles = section.section("title");
    LANGUAGES.forEach(titles::text);
    Section texts = section.section("examples");
    speaker(section).ifPresent(who -> add(who, name, texts));
  }

  private static Optional<Speaker> speaker(Section section) {
    Optional<Speaker> speaker = section.parsed("speaker", "agent or customer", ActPack::speaker);
    if (speaker.isEmpty()) {
      section.problem("speaker", "is needed: agent or customer");
    }
    return speaker;
  }

  private static Optional<Speaker> speaker(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "agent" -> Optional.of(Speaker.AGENT);
      case "customer" -> Optional.of(Speaker.CUSTOMER);
      default -> Optional.empty();
    };
  }

  private void add(Speaker speaker, String name, Section texts) {
    Map<String, List<String>> byLanguage =
        examples
            .computeIfAbsent(speaker, key -> new LinkedHashMap<>())
            .computeIfAbsent(name, key -> new HashMap<>());
    for (String language : LANGUAGES) {
      List<String> sentences = texts.texts(language);
      if (!sentences.isEmpty() && sentences.size() < LEAST_EXAMPLES) {
        texts.problem(language, "needs at least %d sentences".formatted(LEAST_EXAMPLES));
      }
      byLanguage.computeIfAbsent(language, key -> new ArrayList<>()).addAll(sentences);
    }
  }

  /** How many acts there are, both speakers' together. */
  public int size() {
    return examples.values().stream()
        .mapToInt(acts -> (int) acts.keySet().stream().filter(name -> !name.equals(NONE)).count())
        .sum();
  }

  /** What is to be learned of one speaker in a language; without classes where nothing is known. */
  Lesson lesson(Speaker speaker, String language) {
    List<Lesson.Topic> topics = new ArrayList<>();
    examples
        .getOrDefault(speaker, Map.of())
        .forEach(
            (name, byLanguage) -> {
              List<String> sentences = byLanguage.getOrDefault(language, List.of());
              if (!sentences.isEmpty()) {
                topics.add(new Lesson.Topic(name, sentences));
              }
            });
    return new Lesson(language, topics);
  }
}
