package io.earshot.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a settings file, read key by key with type, unit and default.
 *
 * <p>A wrong value is noted and the default is used, so that reading goes on and {@link #verify()}
 * can tell all problems at once. Keys that were never asked for are problems too. Not for use by
 * several threads.
 */
public final class Section {
  private final String path;
  private final String file;
  private final Problems problems;
  private final Readings readings;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();
  private final List<Section> children = new ArrayList<>();

  private Section(String file, Optional<MappingNode> mapping) {
    this("", file, new Problems(), new Readings(file), mapping);
  }

  private Section(
      String path,
      String file,
      Problems problems,
      Readings readings,
      Optional<MappingNode> mapping) {
    this.path = path;
    this.file = file;
    this.problems = problems;
    this.readings = readings;
    mapping.ifPresent(node -> node.getValue().forEach(this::take));
  }

  /**
   * Reads a UTF-8 YAML file.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED when it can't be read
   */
  public static Section load(Path file) {
    return new Section(file.toString(), YamlReader.read(file));
  }

  /** Reads YAML text; {@code name} stands for the file in messages. */
  public static Section parse(String yaml, String name) {
    return new Section(name, YamlReader.parse(yaml, name));
  }

  /** A section without any key: every value is its default. */
  public static Section empty() {
    return new Section("settings", Optional.empty());
  }

  private void take(NodeTuple tuple) {
    Node key = tuple.getKeyNode();
    if (key instanceof ScalarNode scalar) {
      values.put(scalar.getValue(), tuple.getValueNode());
      lines.put(scalar.getValue(), line(key));
    } else {
      problems.add(place(line(key)), "a key must be plain text");
    }
  }

  /** The keys in the file's order. For sections whose keys are names the user chose. */
  public Set<String> keys() {
    return values.keySet();
  }

  public Optional<String> text(String key) {
    return scalar(key, "text", Optional::of);
  }

  public String text(String key, String fallback) {
    return orElse(key, text(key), fallback, fallback);
  }

  /** A text that nobody is to see, such as a password: {@link #settings} masks it. */
  public String secret(String key, String fallback) {
    Optional<String> value = text(key);
    readings.mask(full(key), value.orElse(fallback));
    return value.orElse(fallback);
  }

  /** A text that must be there and not be blank; its absence is a problem. */
  public String required(String key) {
    Optional<String> value = text(key).filter(text -> !text.isBlank());
    if (value.isEmpty()) {
      problem(key, "is missing");
    }
    return value.orElse("");
  }

  public int integer(String key, int fallback, int least, int most) {
    Optional<Integer> value =
        scalar(
            key,
            "a whole number from %d to %d".formatted(least, most),
            text -> parse(text, Integer::valueOf).filter(n -> n >= least && n <= most));
    return orElse(key, value, fallback, "" + fallback);
  }

  public double number(String key, double fallback, double least, double most) {
    Optional<Double> value =
        scalar(
            key,
            "a number from %s to %s".formatted(least, most),
            text -> parse(text, Double::valueOf).filter(n -> n >= least && n <= most));
    return orElse(key, value, fallback, "" + fallback);
  }

  public boolean flag(String key, boolean fallback) {
    Optional<Boolean> value =
        scalar(
            key,
            "true or false",
            text ->
                switch (text) {
                  case "true" -> Optional.of(true);
                  case "false" -> Optional.of(false);
                  default -> Optional.empty();
                });
    return orElse(key, value, fallback, "" + fallback);
  }

  /** A time such as {@code 250ms}, {@code 30s}, {@code 5m}, {@code 12h}, {@code 7d}. */
  public Duration duration(String key, Duration fallback) {
    Optional<Duration> value =
        scalar(key, "a time such as 500ms, 30s, 5m, 2h or 7d", Units::duration);
    return orElse(key, value, fallback, Units.text(fallback));
  }

  /** A size in bytes such as {@code 64MB}. */
  public long bytes(String key, long fallback) {
    Optional<Long> value = scalar(key, "a size such as 512KB, 64MB or 2GB", Units::bytes);
    return orElse(key, value, fallback, Units.text(fallback));
  }

  public Optional<Path> path(String key) {
    return scalar(key, "a path", text -> parse(text, Path::of));
  }

  /** A value that {@code parser} understands; empty from it, or a throw, is a problem. */
  public <T> Optional<T> parsed(String key, String expected, Function<String, Optional<T>> parser) {
    return scalar(key, expected, text -> parse(text, parser).flatMap(value -> value));
  }

  /** The same with a default, shown as its text. */
  public <T> T parsed(
      String key, String expected, Function<String, Optional<T>> parser, T fallback) {
    return orElse(key, parsed(key, expected, parser), fallback, fallback.toString());
  }

  /** A list of texts; a single text is a list of one; the default when absent or empty. */
  public List<String> texts(String key, List<String> fallback) {
    List<String> texts = texts(key);
    if (!values.containsKey(key)) {
      readings.byDefault(full(key), String.join(", ", fallback));
    }
    return texts.isEmpty() ? fallback : texts;
  }

  /** A list of texts; a single text is a list of one; empty when absent. */
  public List<String> texts(String key) {
    List<String> texts = readTexts(key);
    note(key, String.join(", ", texts));
    return texts;
  }

  private List<String> readTexts(String key) {
    Node node = ask(key);
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          texts.add(expanded(scalar));
        } else {
          problems.add(place(line(item)), "'%s' must be a list of texts".formatted(full(key)));
        }
      }
    } else if (node != null) {
      text(key).ifPresent(texts::add);
    }
    return texts;
  }

  /** The mapping under a key; one without keys when absent. */
  public Section section(String key) {
    Node node = ask(key);
    if (node != null && !(node instanceof MappingNode) && !isNull(node)) {
      problem(key, "must hold 'key: value' lines");
    }
    return child(full(key), node);
  }

  /** The mappings of a list; empty when absent. */
  public List<Section> sections(String key) {
    Node node = ask(key);
    List<Section> sections = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      int index = 0;
      for (Node item : sequence.getValue()) {
        if (!(item instanceof MappingNode)) {
          problems.add(place(line(item)), "'%s' must be a list of mappings".formatted(full(key)));
        }
        sections.add(child("%s[%d]".formatted(full(key), index++), item));
      }
    } else if (node != null && !isNull(node)) {
      problem(key, "must be a list");
    }
    if (sections.isEmpty()) {
      note(key, "none");
    }
    return sections;
  }

  /** Notes a problem that only the reader of the value can see, at the key's line. */
  public void problem(String key, String what) {
    problems.add(place(lines.getOrDefault(key, 0)), "'%s' %s".formatted(full(key), what));
  }

  /** What was read so far, in that order, from this file or by default; secrets masked. */
  public List<Setting> settings() {
    return readings.all();
  }

  /**
   * To be called on the top section after everything was read.
   *
   * @throws io.earshot.conversation.EarshotException of kind MISCONFIGURED naming every problem
   */
  public void verify() {
    noteUnknown();
    problems.throwIfAny();
  }

  private void noteUnknown() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        problem(
            key,
            "is not a setting; allowed here: "
                + String.join(", ", asked.stream().sorted().toList()));
      }
    }
    children.forEach(Section::noteUnknown);
  }

  private Section child(String childPath, Node node) {
    Optional<MappingNode> mapping =
        node instanceof MappingNode found ? Optional.of(found) : Optional.empty();
    Section section = new Section(childPath, file, problems, readings, mapping);
    children.add(section);
    return section;
  }

  private <T> Optional<T> scalar(
      String key, String expected, Function<String, Optional<T>> parser) {
    Node node = ask(key);
    if (node == null || isNull(node)) {
      readings.byDefault(full(key), "");
      return Optional.empty();
    }
    String text = node instanceof ScalarNode scalar ? expanded(scalar) : "";
    Optional<T> value = node instanceof ScalarNode ? parser.apply(text) : Optional.empty();
    if (value.isEmpty()) {
      problem(key, "must be " + expected);
    }
    note(key, text);
    return value;
  }

  private void note(String key, String value) {
    readings.note(full(key), value, lines.getOrDefault(key, 0));
  }

  private <T> T orElse(String key, Optional<T> value, T fallback, String shown) {
    if (value.isEmpty()) {
      readings.byDefault(full(key), shown);
    }
    return value.orElse(fallback);
  }

  private static <T> Optional<T> parse(String text, Function<String, T> parser) {
    try {
      return Optional.ofNullable(parser.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Node ask(String key) {
    asked.add(key);
    return values.get(key);
  }

  private String expanded(ScalarNode scalar) {
    return Variables.expand(
        scalar.getValue(), problem -> problems.add(place(line(scalar)), problem));
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
  }

  private String full(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private String place(int line) {
    return line > 0 ? file + ":" + line : file;
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
