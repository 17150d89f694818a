package io.earshot.routes.source;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file that a feed brings.
 *
 * @param name with its folders, divided by slashes; tells facts as names of files do
 * @param modifiedAt when it was last changed, taken for its start where nothing else tells that
 * @param content its bytes
 */
public record Arrival(String name, Instant modifiedAt, Content content) {

  /** Bytes that are fetched when they are asked for, once. */
  public interface Content {

    /** What fails in reading or closing it keeps the file from being received. */
    InputStream open() throws IOException;
  }
}
