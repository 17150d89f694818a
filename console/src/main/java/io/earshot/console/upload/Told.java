package io.earshot.console.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.earshot.console.http.Json;

/**
 * What a sender tells of files besides themselves; empty texts for what is not told.
 *
 * @param source of the settings as which they are read
 * @param language of what is said
 * @param model name of the speech model that is to hear recordings
 * @param mapping of the columns of tables, as YAML
 * @param metadata facts, as JSON
 */
public record Told(String source, String language, String model, String mapping, String metadata) {
  /** Nothing is told. */
  public static final Told NOTHING = new Told("", "", "", "", "");

  public Told {
    model = model == null ? "" : model; // not told in what an earlier Earshot wrote
  }

  /** The same as {@link #json} wrote it. */
  static Told of(String json) {
    try {
      return json.isEmpty() ? NOTHING : Json.mapper().readValue(json, Told.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What we wrote must be readable", e);
    }
  }

  /** The same as another source. */
  Told as(String otherSource) {
    return new Told(otherSource, language, model, mapping, metadata);
  }

  String json() {
    return equals(NOTHING) ? "" : Json.text(this);
  }

  /** Without what is told: it may name people. */
  @Override
  public String toString() {
    return "Told[source %s]".formatted(source);
  }
}
