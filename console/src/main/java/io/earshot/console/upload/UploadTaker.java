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
  void take(List<Path> files, boolean more, Consumer<Taken> taken);

  /** How a conversation stands. */
  UploadedConversation state(String conversation);

  /**
   * Files that were dealt with.
   *
   * @param conversations what is now safe in the vault
   * @param trouble why they could not be taken; empty when they were
   * @param passing whether it makes sense to try again by and by
   */
  record Taken(List<Path> files, List<String> conversations, String trouble, boolean passing) {
    public Taken {
      files = List.copyOf(files);
      conversations = List.copyOf(conversations);
    }

    /** All of it is in the vault. */
    public static Taken of(List<Path> files, List<String> conversations) {
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
