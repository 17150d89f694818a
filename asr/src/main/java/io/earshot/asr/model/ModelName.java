package io.earshot.asr.model;

import io.earshot.conversation.EarshotException;
import java.util.regex.Pattern;

/** How models and their folders may be called: never a path, never hidden. */
final class ModelName {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,149}");
  // Room for what tells two folders of one name apart.
  private static final int LONGEST = 100;
  private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._+-]");

  private ModelName() {}

  static boolean isPlain(String name) {
    return PLAIN.matcher(name).matches();
  }

  /**
   * The same name.
   *
   * @throws EarshotException of kind MISCONFIGURED when it can't be one
   */
  static String require(String name) {
    if (!isPlain(name) || name.length() > LONGEST) {
      throw EarshotException.misconfigured(
          "'%s' can't be a model's name: letters, digits, '.', '_', '+' and '-' are allowed"
              .formatted(NOT_PLAIN.matcher(shortened(name)).replaceAll("?")));
    }
    return name;
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
  }
}
