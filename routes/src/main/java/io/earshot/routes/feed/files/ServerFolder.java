package io.earshot.routes.feed.files;

/**
 * The paths of a folder on a file server. Names within it are those of listings, checked part by
 * part (see {@link ServerName}) before they come here.
 *
 * @param top the folder that is read, from the root on
 * @param done the one for what is done, from the root on; empty when there is none
 */
public record ServerFolder(String top, String done) {

  /** Folders as settings name them: from the root on, or the first from home and done from it. */
  public static ServerFolder of(String home, String folder, String done) {
    String top = joined(home, folder);
    return new ServerFolder(top, done.isEmpty() ? "" : joined(top, done));
  }

  private static String joined(String folder, String name) {
    if (name.isEmpty() || name.startsWith("/")) {
      return name.isEmpty() ? folder : name;
    }
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** The path of what lies in it. */
  public String path(String name) {
    return joined(top, name);
  }

  /** Where a file is moved when it is done. */
  public String target(RemoteFile file) {
    return joined(done, file.name());
  }

  /** The folder for what is done, from the top on, when it lies in it; empty when it does not. */
  public String passedOver() {
    String start = top.endsWith("/") ? top : top + "/";
    String end = done.endsWith("/") ? done.substring(0, done.length() - 1) : done;
    return end.startsWith(start) ? end.substring(start.length()) : "";
  }

  /** The folder that something lies in; empty for the root. */
  public static String above(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Another name beside one that is taken. */
  public static String stamped(RemoteFile file, String target) {
    String name = target.substring(target.lastIndexOf('/') + 1);
    return "%s/%d-%d-%s"
        .formatted(
            above(target), file.modifiedAt().getEpochSecond(), System.currentTimeMillis(), name);
  }
}
