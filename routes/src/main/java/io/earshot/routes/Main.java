package io.earshot.routes;

import io.earshot.routes.cli.Commands;

/** The only main class: hands the arguments to the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    // Before any class of JNA loads, or recognised Chinese arrives garbled.
    System.setProperty("jna.encoding", "UTF-8");
    System.exit(Commands.run(arguments));
  }
}
