package io.earshot.asr.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a model of Vosk's is for. */
public enum ModelKind {
  /** Turns sound into words of one language. */
  @JsonProperty("speech")
  SPEECH("speech"),
  /** Tells voices apart, in any language (x-vectors). */
  @JsonProperty("speaker")
  SPEAKER("speaker");

  private final String code;

  ModelKind(String code) {
    this.code = code;
  }

  /** As it stands in output and files. */
  public String code() {
    return code;
  }
}
