package io.earshot.analysis.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.earshot.conversation.ConversationId;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be told apart in one language, by examples.
 *
 * @param language the examples' language
 * @param classes each with its example sentences, in a fixed order
 */
public record Lesson(String language, List<Topic> classes) {

  /** A class and its examples. */
  public record Topic(String name, List<String> examples) {
    public Topic {
      examples = List.copyOf(examples);
    }
  }

  public Lesson {
    classes = List.copyOf(classes);
  }

  public int examples() {
    return classes.stream().mapToInt(topic -> topic.examples().size()).sum();
  }

  /** Identifies the lesson together with the method and models that learn it. */
  public String digest(String method) {
    MessageDigest digest = ConversationId.sha256();
    add(digest, method);
    add(digest, language);
    for (Topic topic : classes) {
      add(digest, "\u0001" + topic.name());
      topic.examples().forEach(example -> add(digest, example));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static void add(MessageDigest digest, String text) {
    digest.update((text + "\n").getBytes(UTF_8));
  }

  /** The class of each example, in the order of all examples. */
  List<Labelled> labelled() {
    return IntStream.range(0, classes.size())
        .boxed()
        .flatMap(label -> classes.get(label).examples().stream().map(e -> new Labelled(e, label)))
        .toList();
  }

  record Labelled(String text, int label) {}
}
