package io.earshot.bench;

import io.earshot.analysis.language.ChineseText;
import io.earshot.config.Section;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Embedding;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import io.earshot.index.ConversationIndex;
import io.earshot.index.IndexSettings;
import io.earshot.index.ServerAddress;
import io.earshot.index.TextFold;
import io.earshot.index.server.PrivateElasticsearch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * What the index costs: against a raw bulk load of the same documents in the same run, per
 * conversation while it grows, and per search. Conversations are generated, 25 turns each in
 * English or Chinese with Zipf-like words and random unit vectors, the same ones in every run.
 */
public final class IndexBench {
  private static final int TURNS = 25;
  private static final int WRITERS = 128;
  private static final int SENDERS = 2;
  private static final int RAW_REQUEST_BYTES = 6 << 20;
  private static final int COMPARED = 600;
  private static final int ROUNDS = 4;
  private static final int WARM_UP = 1200;
  private static final List<String> QUERIES =
      List.of(
          "w7",
          "\"w3 w5\"",
          "w90 w200 -w4",
          "speaker:customer w40 agent:agent3",
          "一 OR w12",
          "emotion:anger after:2026-02 w15",
          "~meaning",
          "~meaning w9 speaker:customer",
          "agent:agent7 before:2026-02");

  private final ServerAddress address;
  private final ProcessHandle server;

  private IndexBench(PrivateElasticsearch server) {
    this.address = server.address();
    this.server = ProcessHandle.of(server.processId().orElseThrow()).orElseThrow();
  }

  /**
   * What something took.
   *
   * @param wall milliseconds a conversation
   * @param processor milliseconds of the server's processor time a conversation, which other
   *     programs on the machine change less
   */
  private record Cost(double wall, double processor) {
    Cost plus(Cost other) {
      return new Cost(wall + other.wall, processor + other.processor);
    }

    Cost dividedBy(double number) {
      return new Cost(wall / number, processor / number);
    }

    @Override
    public String toString() {
      return "%.2f ms a conversation (server's processor %.2f ms)".formatted(wall, processor);
    }
  }

  private Cost measured(int conversations, Runnable work) {
    double processor = processorMs();
    long started = System.nanoTime();
    work.run();
    double wall = (System.nanoTime() - started) / 1e6;
    return new Cost(wall, processorMs() - processor).dividedBy(conversations);
  }

  private double processorMs() {
    return server.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  /**
   * Runs all measurements; about a minute for a thousand conversations.
   *
   * @param distribution folder with an unpacked Elasticsearch
   * @param home an empty folder
   * @param conversations how large the index grows; figures are given at 1,000, 10,000 and so on
   * @param figures takes one line for each figure, as soon as it is known
   */
  public static void run(
      Path distribution, Path home, int conversations, Consumer<String> figures) {
    long started = System.nanoTime();
    try (PrivateElasticsearch server =
        PrivateElasticsearch.start(IndexSettings.defaults(), distribution, home, figures)) {
      figures.accept("start of the server: %.1f s".formatted((System.nanoTime() - started) / 1e9));
      IndexBench bench = new IndexBench(server);
      bench.load("warm_up", WARM_UP);
      bench.compare(figures);
      bench.grow(conversations, figures);
    }
  }

  /** Raw and ours by turns, so that neither has the warmer server or the quieter machine. */
  private void compare(Consumer<String> figures) {
    Cost raw = new Cost(0, 0);
    Cost ours = new Cost(0, 0);
    for (int round = 0; round < ROUNDS; round++) {
      raw = raw.plus(rawLoad("raw" + round, COMPARED));
      ours = ours.plus(load("ours" + round, COMPARED));
    }
    figures.accept("raw bulk load: " + raw.dividedBy(ROUNDS));
    figures.accept(
        "ours: %s; speed %.2f of raw".formatted(ours.dividedBy(ROUNDS), raw.wall / ours.wall));
  }

  private Cost load(String prefix, int count) {
    try (ConversationIndex index = open(prefix)) {
      index.prepare();
      return write(index, 0, count);
    }
  }

  private void grow(int conversations, Consumer<String> figures) {
    try (ConversationIndex index = open("grown")) {
      index.prepare();
      int done = 0;
      for (int size = 1000; size <= conversations; size *= 10) {
        // In pieces, because making conversations is not measured and they take memory.
        for (int from = done; from < size - 1000; from += 1000) {
          write(index, from, from + 1000);
        }
        Cost cost = write(index, size - 1000, size);
        done = size;
        index.refresh();
        figures.accept("at %,d conversations, the last 1,000: %s".formatted(size, cost));
        figures.accept("at %,d conversations: %s".formatted(size, searches(index)));
      }
    }
  }

  private static String searches(ConversationIndex index) {
    List<String> times = new ArrayList<>();
    for (String query : QUERIES) {
      List<Long> took = new ArrayList<>();
      long total = 0;
      for (int i = 0; i < 9; i++) {
        long started = System.nanoTime();
        total = index.finder().find(Selection.of(query, Scope.ALL), PageRequest.best(10)).total();
        took.add((System.nanoTime() - started) / 1_000_000);
      }
      took.sort(Comparator.naturalOrder());
      times.add(
          "%s (%d found) median %d ms, worst %d ms"
              .formatted(query, total, took.get(4), took.get(8)));
    }
    return String.join("; ", times);
  }

  private ConversationIndex open(String prefix) {
    IndexSettings settings =
        IndexSettings.from(
            Section.parse(
                "prefix: %s\nmeaning_floor_en: 0.1\nmeaning_floor_zh: 0.1".formatted(prefix),
                "bench"));
    return ConversationIndex.open(
        address,
        settings,
        TextFold.NONE,
        ChineseText::syllables,
        text -> List.of(vector("en", 384, new Random(1)), vector("zh", 512, new Random(1))));
  }

  /** With many callers at once. */
  private Cost write(ConversationIndex index, int from, int to) {
    List<Conversation> conversations = new ArrayList<>();
    List<Analysis> analyses = new ArrayList<>();
    for (int number = from; number < to; number++) {
      conversations.add(conversation(number));
      analyses.add(analysis(conversations.get(number - from), number));
    }
    IntConsumer one =
        number -> index.write(conversations.get(number - from), analyses.get(number - from));
    return measured(Math.max(1, to - from), () -> Crew.work(WRITERS, from, to, one));
  }

  /** Sends finished requests with the same documents; making them is not measured. */
  private Cost rawLoad(String prefix, int count) {
    List<byte[]> requests;
    try (ConversationIndex index = open(prefix)) {
      index.prepare();
      requests = requests(index, count);
    }
    HttpClient client = HttpClient.newHttpClient();
    return measured(
        count,
        () -> Crew.work(SENDERS, 0, requests.size(), number -> send(client, requests.get(number))));
  }

  private static List<byte[]> requests(ConversationIndex index, int count) {
    List<byte[]> requests = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < count; number++) {
      Conversation conversation = conversation(number);
      lines.append(index.bulkLines(conversation, analysis(conversation, number)));
      if (lines.length() > RAW_REQUEST_BYTES || number == count - 1) {
        requests.add(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
      }
    }
    return requests;
  }

  private void send(HttpClient client, byte[] lines) {
    String user = address.username() + ":" + address.password();
    byte[] credentials = user.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.url() + "/_bulk"))
            .header("Content-Type", "application/x-ndjson")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .POST(HttpRequest.BodyPublishers.ofByteArray(lines))
            .build();
    try {
      String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      if (!answer.contains("\"errors\":false")) {
        throw new IllegalStateException("The raw load failed");
      }
    } catch (IOException e) {
      throw new IllegalStateException("The raw load failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The raw load was interrupted", e);
    }
  }

  private static Conversation conversation(int number) {
    Random random = new Random(number);
    boolean chinese = number % 2 == 1;
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < TURNS; i++) {
      Speaker speaker = i % 2 == 0 ? Speaker.CUSTOMER : Speaker.AGENT;
      turns.add(Turn.written(i, speaker, i * 4000L, ZipfText.of(random, chinese)));
    }
    return new Conversation(
        ConversationId.ofText("bench " + number),
        "bench-" + number,
        Channel.CHAT,
        chinese ? "zh" : "en",
        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number * 60L),
        TURNS * 4000L,
        true,
        SpeakerSource.LABELS,
        1,
        Map.of("agent", "agent" + number % 40, "customer", "customer" + number),
        turns);
  }

  private static Analysis analysis(Conversation conversation, int number) {
    Random random = new Random(number + 1_000_000_007L);
    boolean chinese = conversation.language().equals("zh");
    Supplier<Embedding> vectors =
        () -> chinese ? vector("zh", 512, random) : vector("en", 384, random);
    List<TurnInsight> insights = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      String emotion = random.nextInt(10) == 0 ? "anger" : "neutral";
      insights.add(
          new TurnInsight(
              turn.index(),
              conversation.language(),
              new Scored(emotion, 0.7),
              0,
              0,
              0,
              List.of(),
              vectors.get()));
    }
    return new Analysis(
        conversation.language(),
        insights,
        List.of(),
        List.of(new Scored("intent" + number % 12, 0.8)),
        EmotionCourse.NONE,
        new TalkMetrics(0.5, 0.5, 0, 0, 0, 0, 0, 0, 4000),
        List.of("keyword" + number % 500),
        List.of("A summary of the conversation " + number),
        new Score(number % 100, List.of(new Score.Part("emotion", number % 100, 1))),
        Facts.NONE);
  }

  private static Embedding vector(String model, int dimensions, Random random) {
    float[] vector = new float[dimensions];
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
      square += vector[i] * vector[i];
    }
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return new Embedding(model, vector);
  }
}
