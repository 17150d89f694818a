package io.earshot.bench;

import io.earshot.analysis.AnalysisEngine;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Turn;
import io.earshot.ingest.IntakeOptions;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Turns a second from file to searchable, start-up apart; and how much of that time the embedding
 * of the same turns alone takes on as many threads as cores, with a cache that is as cold.
 */
final class ChatBench {
  private final Home home;

  ChatBench(Home home) {
    this.home = home;
  }

  void run(List<Path> paths) throws Exception {
    if (paths.isEmpty()) {
      generated(home); // not part of what is measured
    }
    try (Bench bench = Bench.start(home)) {
      // What both machines do the first time only is part of the start.
      bench.process(List.of(home.checkout().resolve("samples/chats")), IntakeOptions.NONE);
      List<ConversationId> ids = new ArrayList<>();
      Duration all = Bench.time(() -> ids.addAll(process(bench, home, paths)));
      List<Conversation> chats =
          ids.stream().map(id -> turns(bench.service().vault(), id)).toList();
      long turns = chats.stream().mapToLong(chat -> chat.turns().size()).sum();
      Duration embedding = embed(bench, chats);
      System.out.printf(
          Locale.ROOT,
          "chats %d, turns %d, wall %.2f s, %.0f turns/s; embeddings alone %.2f s = %.0f %%%n",
          chats.size(),
          turns,
          all.toMillis() / 1e3,
          turns / (all.toMillis() / 1e3),
          embedding.toMillis() / 1e3,
          100.0 * embedding.toMillis() / all.toMillis());
    }
  }

  /**
   * Processes the chats of a file, with a mapping if one is named; without a file generated ones.
   */
  static List<ConversationId> process(Bench bench, Home home, List<Path> paths) {
    Path file = paths.isEmpty() ? generated(home) : paths.get(0);
    Optional<Path> mapping = paths.size() > 1 ? Optional.of(paths.get(1)) : Optional.empty();
    return bench.process(List.of(file), new IntakeOptions(mapping, Optional.empty()));
  }

  private static Conversation turns(Vault vault, ConversationId id) {
    return vault.conversation(id);
  }

  private Duration embed(Bench bench, List<Conversation> chats) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try (AnalysisEngine engine = Models.analysis(home, bench.settings())) {
      long start = System.nanoTime();
      List<Future<?>> jobs =
          chats.stream().<Future<?>>map(chat -> threads.submit(() -> embed(engine, chat))).toList();
      for (Future<?> job : jobs) {
        job.get();
      }
      return Duration.ofNanos(System.nanoTime() - start);
    } finally {
      threads.shutdown();
    }
  }

  private static void embed(AnalysisEngine engine, Conversation chat) {
    String language = chat.language().isEmpty() ? "zh" : chat.language();
    for (Turn turn : chat.turns()) {
      engine.embedder().embed(turn.text(), language);
    }
  }

  /** 200 chats of 20 turns, no two turns alike; made once in a home. */
  private static Path generated(Home home) {
    Path folder = home.root().resolve("chats");
    if (Files.exists(folder)) {
      return folder;
    }
    try {
      Files.createDirectories(folder);
      for (int chat = 0; chat < 200; chat++) {
        Files.writeString(folder.resolve("chat-" + chat + ".txt"), chat(chat));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Writing chats into %s failed".formatted(folder), e);
    }
    return folder;
  }

  private static String chat(int number) {
    StringBuilder text = new StringBuilder();
    for (int turn = 0; turn < 20; turn++) {
      text.append(turn % 2 == 0 ? "Customer: " : "Agent: ")
          .append(
              "my order %d with %d items has not arrived yet, what now?\n"
                  .formatted(number * 7919, turn));
    }
    return text.toString();
  }
}
