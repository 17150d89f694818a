package io.earshot.routes.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.vault.ConversationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was really said in a recording, as a person wrote it down: {@code NAME.reference.json}
 * beside {@code NAME.wav} with {@code turns}, each with {@code speaker} and {@code text}.
 *
 * @param language the file's own word for it; empty where it does not say
 * @param turns in order
 */
public record ReferenceFile(String language, List<Turn> turns) {

  /** Who said what; the speaker in lower case. */
  public record Turn(String speaker, String text) {
    @Override
    public String toString() {
      return "Turn[%s, %d characters]".formatted(speaker, text.length());
    }
  }

  public ReferenceFile {
    turns = List.copyOf(turns);
  }

  /** The reference beside a recording. */
  public static Optional<Path> beside(Path recording) {
    String name = recording.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Path reference =
        recording.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".reference.json");
    return Files.isRegularFile(reference) ? Optional.of(reference) : Optional.empty();
  }

  /**
   * Reads one.
   *
   * @throws EarshotException of kind BAD_INPUT when it is none
   */
  public static ReferenceFile read(Path file) {
    try {
      JsonNode root = ConversationJson.mapper().readTree(file.toFile());
      List<Turn> turns = new ArrayList<>();
      for (JsonNode turn : root.path("turns")) {
        turns.add(
            new Turn(
                turn.path("speaker").asText("").toLowerCase(Locale.ROOT),
                turn.path("text").asText("")));
      }
      if (turns.isEmpty()) {
        throw EarshotException.badInput(file + " has no 'turns'; write who said what into it");
      }
      return new ReferenceFile(root.path("language").asText(""), turns);
    } catch (IOException e) {
      throw EarshotException.badInput(
          "%s can't be read as JSON; export it again".formatted(file), e);
    }
  }
}
