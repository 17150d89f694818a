package io.earshot.routes.console;

import io.earshot.config.Section;
import io.earshot.console.upload.Told;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.facts.ToldFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What senders tell of their files, as the intake understands it. Safe for several threads.
 *
 * @param scratch folder in which a mapping lies while it is used
 * @param models knows the names of the speech models that there are
 */
record ToldOptions(Path scratch, Predicate<String> models) {
  private static final String LANGUAGE = "[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,4}";

  /**
   * Looks at it before the files come.
   *
   * @throws EarshotException of kind BAD_INPUT when it can't be used
   */
  void check(Told told) {
    if (!told.language().isEmpty() && !told.language().matches(LANGUAGE)) {
      throw EarshotException.badInput("The language must be a tag such as en or zh-CN");
    }
    if (!told.model().isEmpty() && !models.test(told.model())) {
      throw EarshotException.badInput(
          "There is no speech model of that name: see 'earshot models list'");
    }
    ToldFacts.of(told.metadata());
    if (!told.mapping().isEmpty()) {
      checkMapping(told.mapping());
    }
  }

  /** Settings may name variables of this machine's environment; what strangers send may not. */
  private static void checkMapping(String mapping) {
    if (mapping.contains("${")) {
      throw EarshotException.badInput("The mapping may not have ${ in it");
    }
    try {
      Section section = Section.parse(mapping, "mapping");
      ColumnMapping.from(section);
      section.verify();
    } catch (EarshotException e) {
      if (e.kind() != ErrorKind.MISCONFIGURED) {
        throw e;
      }
      throw EarshotException.badInput(e.getMessage(), e);
    }
  }

  /** Uses what is told of the files of one item; of two values the first file's holds. */
  void with(List<Told> all, Consumer<IntakeOptions> use) {
    ToldFacts facts =
        all.stream()
            .map(told -> ToldFacts.of(told.metadata()))
            .reduce(ToldFacts.NONE, ToldFacts::and);
    Optional<String> language = first(all, Told::language).map(ToldOptions::primary);
    Optional<Path> mapping = first(all, Told::mapping).map(this::written);
    try {
      use.accept(new IntakeOptions(mapping, language, facts).withModel(first(all, Told::model)));
    } finally {
      mapping.ifPresent(ToldOptions::delete);
    }
  }

  private static Optional<String> first(List<Told> all, Function<Told, String> what) {
    return all.stream().map(what).filter(text -> !text.isEmpty()).findFirst();
  }

  /** Models are by language, whatever the country. */
  private static String primary(String tag) {
    return tag.split("[-_]")[0].toLowerCase(Locale.ROOT);
  }

  private Path written(String mapping) {
    try {
      Files.createDirectories(scratch);
      return Files.writeString(Files.createTempFile(scratch, "mapping", ".yaml"), mapping);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written (%s): free some space".formatted(scratch, e), e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw EarshotException.exhausted("%s can't be deleted (%s)".formatted(file, e), e);
    }
  }
}
