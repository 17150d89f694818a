package io.earshot.routes.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.ingest.vault.ConversationJson;
import io.earshot.routes.home.Home;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A command run in this process: how it ended and what it printed. */
record CommandLineRun(int exit, String output, String errors) {

  static CommandLineRun of(Home home, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    int exit = Commands.run(new Environment(home, terminal), arguments);
    return new CommandLineRun(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** The output of {@code --json}. */
  List<JsonNode> lines() {
    return output.lines().map(CommandLineRun::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return ConversationJson.mapper().readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
