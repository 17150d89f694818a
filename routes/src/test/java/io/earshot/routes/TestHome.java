package io.earshot.routes;

import io.earshot.routes.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A home of its own for a test, with the program and samples of this checkout. */
public final class TestHome {
  private TestHome() {}

  public static Home in(Path folder, String settings) throws IOException {
    // As root the server runs as another user, who must get through to its folders.
    Files.createDirectories(folder);
    Path top = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path above = folder; !above.equals(top); above = above.getParent()) {
      Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwx--x--x"));
    }
    Path checkout = Path.of("..").toAbsolutePath().normalize();
    Home home = new Home(folder, checkout.resolve("routes/target/dist"), checkout).create();
    Files.writeString(home.root().resolve("settings.yaml"), settings);
    shareWhatWasLearned(home);
    return home;
  }

  /** What one test's service learns from the examples, the next one finds. */
  private static void shareWhatWasLearned(Home home) throws IOException {
    Path learned = Path.of("target/learned").toAbsolutePath();
    Files.createDirectories(learned);
    Files.createSymbolicLink(home.cache().resolve("learned"), learned);
  }

  /** The command that runs Earshot in a process of its own with this home. */
  public static ProcessBuilder command(Home home, String... arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djna.encoding=UTF-8",
            // Not the one of the console's tests, which comes with their client.
            "-Dlogback.configurationFile=logback.xml",
            "-Dearshot.home=" + home.root(),
            "-Dearshot.program=" + home.program(),
            "-Dearshot.checkout=" + home.checkout(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName());
    builder.command().addAll(java.util.List.of(arguments));
    return builder;
  }
}
