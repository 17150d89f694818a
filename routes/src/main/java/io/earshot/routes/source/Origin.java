package io.earshot.routes.source;

import io.earshot.config.Section;
import io.earshot.conversation.CheckResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the conversations of a source lie: in a folder of this machine, where a feed goes, or
 * nowhere until they are uploaded.
 */
public sealed interface Origin {

  /** What sort of place, such as {@code folder} or {@code sftp}. */
  String kind();

  /** The place as people know it; holds no secret. */
  String place();

  /** Whether it is there and may be used, tried now and within seconds. */
  CheckResult check();

  /**
   * A folder of this machine.
   *
   * @param folder watched with all folders in it
   * @param done where files go once they are safe; empty: they stay where they are
   */
  record Folder(Path folder, Optional<Path> done) implements Origin {

    /** Reads the keys {@code folder} and {@code done}. */
    public static Folder from(Section section) {
      return new Folder(
          absolute(Path.of(section.required("folder"))),
          section.path("done").map(Folder::absolute));
    }

    private static Path absolute(Path path) {
      return path.toAbsolutePath().normalize();
    }

    @Override
    public String kind() {
      return "folder";
    }

    @Override
    public String place() {
      return folder.toString();
    }

    @Override
    public CheckResult check() {
      return Files.isDirectory(folder) && Files.isWritable(folder)
          ? CheckResult.ok("source", place())
          : CheckResult.failed(
              "source", folder + " is no folder that can be written: make it, or mend its rights");
    }
  }

  /** Somewhere else; what lies there is brought to a folder of the home first. */
  record Remote(Feed feed) implements Origin {
    @Override
    public String kind() {
      return feed.kind();
    }

    @Override
    public String place() {
      return feed.place();
    }

    @Override
    public CheckResult check() {
      return feed.check();
    }
  }

  /** The console's upload, for what names the source. Files come by themselves. */
  record Upload() implements Origin {

    /** Reads the key {@code upload}, which stands for a place; such a source needs a name. */
    public static Upload from(Section section) {
      if (!section.flag("upload", true)) {
        section.problem("upload", "must be true; without uploads leave the source out");
      }
      section.required("name");
      return new Upload();
    }

    @Override
    public String kind() {
      return "upload";
    }

    @Override
    public String place() {
      return "POST /api/v1/conversations";
    }

    @Override
    public CheckResult check() {
      return CheckResult.ok("source", "takes what is handed to the console in its name");
    }
  }
}
