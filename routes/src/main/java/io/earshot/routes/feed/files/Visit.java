package io.earshot.routes.feed.files;

import java.io.IOException;
import java.io.InputStream;

/**
 * A connection to a place. Files are named as its own listing named them. Every call ends within a
 * bounded time. Not for several threads.
 *
 * <p>All methods throw {@link Unfetchable} when it is only about the one file and the visit can go
 * on, and another IOException when it can't.
 */
public interface Visit extends AutoCloseable {

  /** Tells of the files in the place until the listing has enough. */
  void list(Listing listing) throws IOException;

  /** To be read and closed before anything else is asked for. */
  InputStream open(RemoteFile file) throws IOException;

  /** Whether the file is there as it was listed. */
  boolean isUnchanged(RemoteFile file) throws IOException;

  /** Deletes; one that is gone is fine. */
  void delete(RemoteFile file) throws IOException;

  /**
   * Moves to the place's folder for what is done, keeping its own folders; a name that is taken
   * there gets a number before it.
   */
  void move(RemoteFile file) throws IOException;

  /** Leaves; never fails. */
  @Override
  void close();
}
