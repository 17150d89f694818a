package io.earshot.console.testing;

import io.earshot.console.upload.Told;
import io.earshot.console.upload.UploadTaker;
import io.earshot.console.upload.UploadedConversation;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Takes each line of a file as the id of a conversation, which is in flight until the test says
 * what became of it. Two files {@code NAME-agent} and {@code NAME-caller} belong together.
 */
public final class TestingTaker implements UploadTaker {
  private final Map<String, UploadedConversation> states = new ConcurrentHashMap<>();
  private final Queue<String> taken = new ConcurrentLinkedQueue<>();
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile String trouble = "";

  /** From now on nothing is taken, for some time; empty: all is well again. */
  public void trouble(String why) {
    trouble = why;
  }

  /** Says what became of a conversation. */
  public void end(String id, String status, String reason) {
    states.put(id, new UploadedConversation(id, status, reason));
  }

  /** Names of the files that were taken, those of a pair joined by a plus sign. */
  public List<String> taken() {
    return List.copyOf(taken);
  }

  /** What was told of the files that were looked at. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  @Override
  public void check(Told told) {
    if (told.source().equals("unknown")) {
      throw EarshotException.badInput("There is no upload source of that name");
    }
  }

  @Override
  public void take(List<Given> given, boolean more, Consumer<Taken> handled) {
    List<Path> files = given.stream().map(Given::file).toList();
    given.forEach(one -> told.add(one.told()));
    for (Path file : files) {
      String name = file.getFileName().toString();
      Path other = file.resolveSibling(name.replace("-caller", "-agent"));
      boolean half = name.contains("-agent") || name.contains("-caller");
      if (!trouble.isEmpty()) {
        handled.accept(Taken.failed(List.of(file), trouble, true));
      } else if (!half) {
        take(List.of(file), handled);
      } else if (name.contains("-caller") && files.contains(other)) {
        take(List.of(other, file), handled);
      } else if (!more && !files.contains(file.resolveSibling(name.replace("-agent", "-caller")))) {
        take(List.of(file), handled);
      }
    }
  }

  private void take(List<Path> files, Consumer<Taken> handled) {
    taken.add(String.join("+", files.stream().map(file -> "" + file.getFileName()).toList()));
    List<Kept> kept = lines(files.get(0)).stream().map(id -> new Kept(id, !seen.add(id))).toList();
    handled.accept(Taken.of(files, kept));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public UploadedConversation state(String conversation) {
    return states.getOrDefault(
        conversation, new UploadedConversation(conversation, "in_flight", null));
  }
}
