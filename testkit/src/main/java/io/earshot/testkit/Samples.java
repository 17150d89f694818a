package io.earshot.testkit;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the project's sample conversations from wherever a test runs. What each one is says {@code
 * samples/README.md}.
 *
 * <p>All methods throw {@link EarshotException} of kind MISCONFIGURED when a sample is not there;
 * none ever changes one.
 */
public final class Samples {
  /** A turn as it was written for a spoken call: what a recognizer should hear. */
  public record Line(Speaker speaker, String text) {}

  private Samples() {}

  /** The folder {@code samples}: looked for in the working folder and every folder above it. */
  public static Path folder() {
    Path start = Path.of("").toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("samples/README.md"))) {
        return folder.resolve("samples");
      }
    }
    throw EarshotException.misconfigured(
        "No folder samples in %s or above it: run tests from a checkout".formatted(start));
  }

  /** Every sound file, sorted by name; the two files of a pair are two of them. */
  public static List<Path> calls() {
    return files("calls", ".wav");
  }

  /** Every chat file, sorted by name, without the column mappings beside them. */
  public static List<Path> chats() {
    return files("chats", ".json", ".txt", ".csv");
  }

  /** The one call file whose name begins so, such as {@code late-parcel}. */
  public static Path call(String name) {
    return named(calls(), name);
  }

  /** The one chat file whose name begins so, such as {@code shop-chats}. */
  public static Path chat(String name) {
    return named(chats(), name);
  }

  /** What is said in the calls made from {@code samples/scripts/NAME.md}, in order. */
  public static List<Line> script(String name) {
    Path file = folder().resolve("scripts").resolve(name + ".md");
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.startsWith("#")).map(Samples::line).toList();
    } catch (IOException | UncheckedIOException e) {
      throw missing(file, e);
    }
  }

  /** Everything one party says in a script, as one text. */
  public static String spoken(String script, Speaker speaker) {
    return String.join(
        " ",
        script(script).stream().filter(line -> line.speaker() == speaker).map(Line::text).toList());
  }

  private static Line line(String line) {
    int colon = line.indexOf(": ");
    return new Line(Speaker.of(line.substring(0, colon)), line.substring(colon + 2));
  }

  private static List<Path> files(String part, String... endings) {
    Path folder = folder().resolve(part);
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> endsWithOneOf(file, endings)).sorted().toList();
    } catch (IOException e) {
      throw missing(folder, e);
    }
  }

  private static boolean endsWithOneOf(Path file, String... endings) {
    return Stream.of(endings).anyMatch(file.getFileName().toString()::endsWith);
  }

  private static Path named(List<Path> files, String name) {
    List<Path> found =
        files.stream().filter(file -> file.getFileName().toString().startsWith(name)).toList();
    if (found.size() != 1) {
      throw EarshotException.misconfigured(
          "%d samples are called '%s...', not one: see samples/README.md"
              .formatted(found.size(), name));
    }
    return found.get(0);
  }

  private static EarshotException missing(Path path, Exception cause) {
    return new EarshotException(
        ErrorKind.MISCONFIGURED,
        "Can't read %s: restore samples/ from version control".formatted(path),
        cause);
  }
}
