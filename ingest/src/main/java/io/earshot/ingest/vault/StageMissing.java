package io.earshot.ingest.vault;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;

/**
 * What a stage should have left in the vault is not there or damaged: that stage must run again.
 */
public final class StageMissing extends EarshotException {
  private static final long serialVersionUID = 1L;

  private final Stage stage;

  public StageMissing(Stage stage, String message, Throwable cause) {
    super(ErrorKind.BUG, message, cause);
    this.stage = stage;
  }

  /** The stage that must run again. */
  public Stage stage() {
    return stage;
  }
}
