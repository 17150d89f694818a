package io.earshot.analysis.learning;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The heads that users trained, in {@code FOLDER/TASK/NAME/v1}, {@code v2} and so on: a version is
 * never changed, the highest one counts, and an older one counts again when newer ones are deleted.
 */
public final class HeadVersions {
  /** The head's own file in a version's folder. */
  public static final String FILE = "head.weights";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");
  private static final Pattern VERSION = Pattern.compile("v([1-9]\\d{0,6})");

  private final Path folder;
  private final String task;

  /**
   * The versions of one task's heads; nothing is read or made yet.
   *
   * @param models the folder for all tasks
   * @param task such as "intent"
   */
  public HeadVersions(Path models, String task) {
    this.folder = models.resolve(task);
    this.task = task;
  }

  /**
   * Whether a head may be called so.
   *
   * @throws EarshotException of kind MISCONFIGURED when not
   */
  public static void verifyName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw EarshotException.misconfigured(
          "'%s' can't be a head's name: use up to 40 lower case letters, digits, - and _"
              .formatted(name));
    }
  }

  /**
   * The folder of the newest version.
   *
   * @throws EarshotException of kind MISCONFIGURED when there is none, naming those there are
   */
  public Path newest(String name) {
    verifyName(name);
    return versions(name).stream()
        .max(Integer::compare)
        .map(number -> version(name, number))
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "There is no %s head '%s' in %s (%s); train it with 'earshot train %s --name %s'"
                        .formatted(task, name, folder, known(), task, name)));
  }

  /**
   * Adds a version: its folder appears whole, with all that {@code writer} put into it.
   *
   * @throws EarshotException of kind EXHAUSTED when it can't be written
   */
  public Path add(String name, Consumer<Path> writer) {
    verifyName(name);
    try {
      Files.createDirectories(folder.resolve(name));
      Path aside = Files.createTempDirectory(folder.resolve(name), ".new");
      writer.accept(aside);
      int number = 1 + versions(name).stream().max(Integer::compare).orElse(0);
      return Files.move(aside, version(name, number), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s); free some space or mend its rights".formatted(folder, e), e);
    }
  }

  private Path version(String name, int number) {
    return folder.resolve(name).resolve("v" + number);
  }

  private List<Integer> versions(String name) {
    return entries(folder.resolve(name))
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Integer.valueOf(matcher.group(1)))
        .toList();
  }

  private String known() {
    List<String> names = entries(folder).sorted().toList();
    return names.isEmpty() ? "none is trained yet" : "there are " + String.join(", ", names);
  }

  private static Stream<String> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  /** The task's newest head of a name, when one is asked for. */
  public Optional<Head> open(String name) {
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(HeadFile.read(newest(name).resolve(FILE)));
  }
}
