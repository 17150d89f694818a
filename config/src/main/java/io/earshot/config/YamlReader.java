package io.earshot.config;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Text to YAML nodes that remember their lines. */
final class YamlReader {
  private static final int MAX_CHARACTERS = 16 << 20;

  private YamlReader() {}

  static Optional<MappingNode> read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED, file + ": there is no such file; create it or name another", e);
    } catch (IOException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED, file + ": can't be read as UTF-8 text (" + e + ")", e);
    }
  }

  static Optional<MappingNode> parse(String yaml, String name) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(false)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    Node node;
    try {
      node = new Compose(settings).composeString(yaml).orElse(null);
    } catch (YamlEngineException e) {
      throw new EarshotException(
          ErrorKind.MISCONFIGURED, name + ": is not valid YAML: " + e.getMessage(), e);
    }
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof MappingNode mapping) {
      return Optional.of(mapping);
    }
    throw EarshotException.misconfigured(name + ": 'key: value' lines are expected at the top");
  }
}
