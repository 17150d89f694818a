package io.earshot.asr;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import java.nio.file.Path;
import java.util.List;

/**
 * A call to transcribe.
 *
 * @param media one file with any number of channels, or one file per channel on the same clock
 * @param roles who is on which track, the channels of all files counted in order; empty when that
 *     is to be found out
 * @param rolesAreFirm whether the roles hold whatever is said; else strong evidence in the words
 *     swaps them
 * @param language that is spoken, such as {@code en}; empty to find it out, or for the default
 * @param model name of the speech model to use; empty for the language's
 */
public record Recording(
    List<Path> media, List<Speaker> roles, boolean rolesAreFirm, String language, String model) {

  public Recording {
    media = List.copyOf(media);
    roles = List.copyOf(roles);
    if (media.isEmpty()) {
      throw EarshotException.badInput("A recording needs at least one sound file");
    }
  }

  /** With the model of the language. */
  public Recording(List<Path> media, List<Speaker> roles, boolean rolesAreFirm, String language) {
    this(media, roles, rolesAreFirm, language, "");
  }

  /** With roles that hold. */
  public Recording(List<Path> media, List<Speaker> roles, String language) {
    this(media, roles, true, language);
  }

  /** One file whose speakers are to be found out, in the default language. */
  public static Recording of(Path file) {
    return new Recording(List.of(file), List.of(), "");
  }
}
