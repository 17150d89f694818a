package io.earshot.asr.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which installed model each language uses, kept in a file of the library. */
final class DefaultModels {
  private static final Logger LOG = LoggerFactory.getLogger(DefaultModels.class);
  private static final String FILE = ".defaults.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path library;

  DefaultModels(Path library) {
    this.library = library;
  }

  Optional<String> of(String language) {
    return Optional.ofNullable(all().get(language));
  }

  void set(String language, String name) throws IOException {
    Map<String, String> all = all();
    all.put(language, name);
    write(all);
  }

  void forget(String name) throws IOException {
    Map<String, String> all = all();
    if (all.values().removeIf(name::equals)) {
      write(all);
    }
  }

  private Map<String, String> all() {
    Path file = library.resolve(FILE);
    try {
      return Files.exists(file)
          ? JSON.readValue(
              Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {})
          : new TreeMap<>();
    } catch (JsonProcessingException e) {
      LOG.warn("{} can't be read and is left aside: choose models again", file);
    } catch (IOException e) {
      LOG.warn("{} can't be read: mend its rights ({})", file, e.getMessage());
    }
    return new TreeMap<>();
  }

  private void write(Map<String, String> all) throws IOException {
    new WholeFile(library.resolve(FILE)).write(JSON.writeValueAsBytes(all));
  }
}
