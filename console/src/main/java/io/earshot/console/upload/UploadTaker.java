package io.earshot.console.upload;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Takes uploaded files in, and knows what became of their conversations. */
public interface UploadTaker {

  /**
   * Takes in what can be taken of files that are whole. Two files of one call are taken together;
   * one half of a call stays where it is while the other one may come. May be called again for the
   * same files, with the same outcome.
   *
   * @param more whether the same user is still sending
   * @param taken is told of each file, or two of one call, that was dealt with
   */
  void take(List<Given> files, boolean more, Consumer<Taken> taken);

  /**
   * Looks at what is told of files before they come.
   *
   * @throws io.earshot.conversation.EarshotException of kind BAD_INPUT when it can't be used, such
   *     as an unknown source
   */
  void check(Told told);

  /** How a conversation stands. */
  UploadedConversation state(String conversation);

  /** A file, and what its sender told of it. */
  record Given(Path file, Told told) {}

  /**
   * A conversation that is safe in the vault.
   *
   * @param known whether it was there before
   */
  record Kept(String id, boolean known) {}

  /**
   * Files that were dealt with.
   *
   * @param conversations what is now safe in the vault
   * @param trouble why they could not be taken; empty when they were
   * @param passing whether it makes sense to try again by and by
   */
  record Taken(List<Path> files, List<Kept> conversations, String trouble, boolean passing) {
    public Taken {
      files = List.copyOf(files);
      conversations = List.copyOf(conversations);
    }

    /** All of it is in the vault. */
    public static Taken of(List<Path> files, List<Kept> conversations) {
      return new Taken(files, conversations, "", false);
    }

    /** Nothing of it need be in the vault. */
    public static Taken failed(List<Path> files, String trouble, boolean passing) {
      return new Taken(files, List.of(), trouble, passing);
    }

    boolean isIn() {
      return trouble.isEmpty();
    }
  }
}
