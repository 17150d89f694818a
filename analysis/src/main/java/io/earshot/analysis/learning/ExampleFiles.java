package io.earshot.analysis.learning;

import io.earshot.config.Section;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a folder of YAML files with example sentences, all problems of all files at once. */
public final class ExampleFiles {
  private ExampleFiles() {}

  /**
   * Hands every {@code *.yaml} file of the folder to the reader, in the order of their names.
   *
   * @throws EarshotException of kind MISCONFIGURED that names every problem with file and line
   */
  public static void read(Path folder, Consumer<Section> reader) {
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Section section = Section.load(file);
        reader.accept(section);
        section.verify();
      } catch (EarshotException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw EarshotException.misconfigured(String.join(System.lineSeparator(), problems));
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(entry -> entry.toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw EarshotException.misconfigured(folder + ": holds no .yaml file; put one there");
      }
      return files;
    } catch (IOException e) {
      throw EarshotException.misconfigured(
          folder + ": can't be listed (" + e + "); name a configuration folder that has it");
    }
  }
}
