package io.earshot.bench;

import io.earshot.routes.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs a measurement by its name, in a home of its own that is removed afterwards. */
public final class Main {
  private static final String USAGE =
      """
      Usage: earshot bench NAME [ARGUMENT...]
        speech CALL|FOLDER...   transcription against each whole channel fed to its own recognizer
        codecs FFMPEG CALL|FOLDER...
                                words that change when a call is encoded again, by an ffmpeg of yours
        process CALL|FOLDER...  everything, models loaded, against the same baseline
        chats [FILE [MAPPING]]  turns a second from file to searchable, and the share of embeddings
        analysis [FILE [MAPPING]]
                                loading of all models, a turn beside its embedding, a long call, the voice
        index [CONVERSATIONS]   writing against a raw bulk load; cost as the index grows
        console-search [TURNS]  the console's searches and figures over a million turns, alone and for 50 users
        startup                 time until 'serve' is ready, cold and warm, and its memory
        opening                 an hour-long call made ready to be heard, and opened
        memory                  memory over 1,000 chats and an 8-hour recording
      """;

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("jna.encoding", "UTF-8");
    List<String> words = Arrays.asList(arguments);
    if (words.isEmpty()) {
      System.err.print(USAGE);
      System.exit(2);
    }
    Home installed = Home.fromSystem();
    Path scratch = Files.createTempDirectory("earshot-bench");
    // As root the server runs as another user, who must get through to its folders.
    Files.setPosixFilePermissions(scratch, PosixFilePermissions.fromString("rwx--x--x"));
    Home home =
        new Home(scratch.resolve("home"), installed.program(), installed.checkout()).create();
    // What a measurement writes is complete when it is handed in.
    Files.writeString(
        home.root().resolve("settings.yaml"), "ingest: {settle: 0s, pair_wait: 0s}\n");
    try {
      run(words.get(0), words.subList(1, words.size()), home);
    } finally {
      delete(scratch);
    }
    System.exit(0);
  }

  private static void run(String name, List<String> rest, Home home) throws Exception {
    List<Path> paths = rest.stream().map(Path::of).toList();
    switch (name) {
      case "speech" ->
          SpeechBench.run(home.program().resolve("models"), home.models(), calls(paths));
      case "codecs" ->
          new CodecBench(home, paths.get(0)).run(calls(paths.subList(1, paths.size())));
      case "process" -> new ProcessBench(home).run(calls(paths));
      case "chats" -> new ChatBench(home).run(paths);
      case "analysis" -> new AnalysisBench(home).run(paths);
      case "index" ->
          IndexBench.run(
              home.elasticsearch(),
              home.root(),
              rest.isEmpty() ? 10_000 : Integer.parseInt(rest.get(0)),
              System.out::println);
      case "console-search" ->
          ConsoleSearchBench.run(
              home,
              rest.isEmpty() ? 1_000_000 : Integer.parseInt(rest.get(0)),
              System.out::println);
      case "startup" -> new StartupBench(home).run();
      case "opening" -> new OpeningBench(home).run();
      case "memory" -> new MemoryBench(home).run();
      default -> {
        System.err.print(USAGE);
        System.exit(2);
      }
    }
  }

  /** The recordings that are meant: those named, and those that lie in a named folder. */
  private static List<Path> calls(List<Path> named) throws IOException {
    List<Path> calls = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> inside = Files.list(path)) {
          inside.filter(file -> file.toString().endsWith(".wav")).sorted().forEach(calls::add);
        }
      } else {
        calls.add(path);
      }
    }
    return calls;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
