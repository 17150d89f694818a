package io.earshot.asr.model;

/** Whose a speech model is. */
public enum ModelOrigin {
  /** It comes with Earshot. */
  SHIPPED("shipped"),
  /** {@code earshot models install} brought it. */
  INSTALLED("installed"),
  /** A folder or archive of the user's, named in settings. */
  OWN("own");

  private final String code;

  ModelOrigin(String code) {
    this.code = code;
  }

  /** As it stands in output. */
  public String code() {
    return code;
  }
}
