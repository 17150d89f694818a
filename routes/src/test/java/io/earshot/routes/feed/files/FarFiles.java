package io.earshot.routes.feed.files;

import java.util.Set;

/** A server with files, started on this machine for a test. */
public interface FarFiles extends AutoCloseable {

  /** Where it listens on this machine, once it was started. */
  int port();

  /** The settings of a feed that reads it. */
  String settings();

  /** Puts a file there, in place of one of that name. */
  void put(String name, byte[] content);

  /** The names of all files that lie there. */
  Set<String> names();

  /** From now on it breaks off in the middle of a file, or does not any more. */
  void breakOff(boolean breaks);

  /** Takes it from the network, with its files kept. */
  void stop();

  /** Brings it back, at the same address. */
  void start();

  @Override
  void close();
}
