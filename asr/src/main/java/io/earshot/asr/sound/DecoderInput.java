package io.earshot.asr.sound;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file under a name that can be handed to another process. Names on disk are bytes, and some are
 * no text in this machine's encoding: such a file is reached by a link, which closing removes.
 */
final class DecoderInput implements AutoCloseable {
  private final Path path;
  private final Optional<Path> linkFolder;

  private DecoderInput(Path path, Optional<Path> linkFolder) {
    this.path = path;
    this.linkFolder = linkFolder;
  }

  static DecoderInput of(Path file) {
    Path absolute = file.toAbsolutePath();
    if (isText(absolute)) {
      return new DecoderInput(absolute, Optional.empty());
    }
    try {
      Path folder = Files.createTempDirectory("earshot-link");
      Path link = folder.resolve("sound");
      Files.createSymbolicLink(link, absolute);
      return new DecoderInput(link, Optional.of(folder));
    } catch (IOException | UnsupportedOperationException e) {
      throw EarshotException.unavailable(
          "%s can't be handed to the media decoder: give it a name in this machine's encoding"
              .formatted(file.getFileName()),
          e);
    }
  }

  private static boolean isText(Path absolute) {
    try {
      return Path.of(absolute.toString()).equals(absolute);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** As ffmpeg wants it: without the scheme a name such as {@code a:b.wav} would be an address. */
  String argument() {
    return "file:" + path;
  }

  /** What a process said, without the folder. */
  String withoutPath(String text, String name) {
    return text.replace(path.toString(), name);
  }

  @Override
  public void close() {
    if (linkFolder.isEmpty()) {
      return;
    }
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(linkFolder.get());
    } catch (IOException e) {
      throw EarshotException.unavailable(
          "%s can't be removed: check the temporary folder".formatted(linkFolder.get()), e);
    }
  }
}
