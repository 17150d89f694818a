package io.earshot.bench;

import io.earshot.analysis.language.ChineseText;
import io.earshot.asr.Progress;
import io.earshot.asr.Recording;
import io.earshot.asr.VoskTranscriber;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.Interval;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.PageRequest.Order;
import io.earshot.conversation.search.Period;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import io.earshot.index.ConversationIndex;
import io.earshot.index.IndexSettings;
import io.earshot.index.QueryMeaning;
import io.earshot.index.TextFold;
import io.earshot.index.server.PrivateElasticsearch;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What the console's screens ask the index, over many turns: each request alone, then as 50 people
 * send them, then the same while two threads compute without a pause, as two recognizers do.
 *
 * <p>No request is sent twice: each has another end of its period by a millisecond, for the server
 * keeps the counts of requests that it knows. Turns have no vectors, for none of these requests
 * looks at one; search by meaning is measured by {@link IndexBench}.
 */
final class ConsoleSearchBench {
  private static final int WRITERS = 16;
  private static final int AT_ONCE = 1_000;
  private static final int ROUNDS = 40;
  private static final int WARM_UP = 15;
  private static final int PEOPLE = 50;
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int REQUESTS_EACH = 10;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String BASELINE = "one conversation by its id";

  private final ConversationIndex index;
  private final ServiceQuarter quarter;
  private final Map<String, Runnable> requests = new LinkedHashMap<>();
  private final AtomicLong asked = new AtomicLong();

  private ConsoleSearchBench(ConversationIndex index, ServiceQuarter quarter) {
    this.index = index;
    this.quarter = quarter;
    addRequests();
  }

  /**
   * Loads the conversations and measures; about ten minutes for a million turns.
   *
   * @param home without any data
   * @param figures takes one line for each figure, as soon as it is known
   */
  static void run(Home home, int turns, Consumer<String> figures) {
    ServiceQuarter quarter = new ServiceQuarter(Math.max(1, turns / ServiceQuarter.TURNS));
    IndexSettings settings = IndexSettings.defaults();
    try (PrivateElasticsearch server =
            PrivateElasticsearch.start(settings, home.elasticsearch(), home.root(), figures);
        ConversationIndex index =
            ConversationIndex.open(
                server.address(),
                settings,
                TextFold.NONE,
                ChineseText::syllables,
                QueryMeaning.NONE);
        VoskTranscriber recognizers =
            Models.transcriber(home, Settings.load(home.settingsFile()))) {
      index.prepare();
      ConsoleSearchBench bench = new ConsoleSearchBench(index, quarter);
      bench.load(figures);
      bench.alone(figures);
      Recording call = Recording.of(home.checkout().resolve("samples/calls/late-parcel.wav"));
      bench.together(call, recognizers, figures);
    }
  }

  private void load(Consumer<String> figures) {
    Duration took =
        Bench.time(
            () -> {
              for (int from = 0; from < quarter.conversations(); from += AT_ONCE) {
                int to = Math.min(quarter.conversations(), from + AT_ONCE);
                Crew.work(WRITERS, from, to, this::write);
              }
            });
    index.refresh();
    figures.accept(
        "%,d conversations, %,d turns, loaded in %d s"
            .formatted(
                index.count(),
                (long) quarter.conversations() * ServiceQuarter.TURNS,
                took.toSeconds()));
  }

  private void write(int number) {
    var conversation = quarter.conversation(number);
    index.write(conversation, quarter.analysis(conversation, number));
  }

  private void addRequests() {
    Selection all = Selection.all(Scope.ALL);
    Instant end = ServiceQuarter.BEGIN.plus(ServiceQuarter.LENGTH);
    Period week = new Period(end.minus(Duration.ofDays(7)), end);
    Selection angry =
        all.with(Facet.EMOTION, List.of("anger"))
            .with(Facet.QUEUE, List.of("queue1", "queue2"))
            .during(new Period(end.minus(Duration.ofDays(30)), end));
    Scope team = new Scope(false, Set.of("agent1", "agent2", "agent3"), true, Set.of());
    var id = quarter.conversation(0).id();
    requests.put(BASELINE, () -> index.summary(id));
    page("first page, newest", all, PageRequest.newest(25));
    page("first page of a team", Selection.all(team), PageRequest.newest(25));
    page("a frequent word", Selection.of("w7", Scope.ALL), PageRequest.best(25));
    page("a rare word", Selection.of("w900", Scope.ALL), PageRequest.best(25));
    page("a Chinese word", Selection.of("丐丑", Scope.ALL), PageRequest.best(25));
    page("a phrase", Selection.of("\"w3 w5\"", Scope.ALL), PageRequest.best(25));
    asked("by sound", "sounds:w7");
    asked("a phrase by sound", "sounds:\"w3 w5\"");
    asked("near each other", "w7 near/5 w12");
    asked("at the end of a turn", "end:w7");
    asked("turns in order", "speaker:customer w7 then speaker:agent w12 within 5 turns");
    page(
        "speaker, mood and words",
        Selection.of("speaker:customer emotion:anger w12", Scope.ALL),
        PageRequest.best(25));
    page("words and facets", withScore("w15", angry), PageRequest.newest(25));
    page("facets, lowest score", angry, new PageRequest(Order.SCORE, false, 0, 25));
    page("sorted by length", all, new PageRequest(Order.DURATION, true, 0, 25));
    page("deep page", all, new PageRequest(Order.STARTED_AT, true, 9_900, 25));
    requests.put("sample of 20", () -> index.finder().sample(fresh(all), 20, 7));
    requests.put("completion", () -> index.finder().complete("agent:agent1", 12, Scope.ALL));
    requests.put("overview of a week", () -> overview(all, week));
    requests.put("overview of the quarter", () -> overview(all, quarterly()));
    requests.put("breakdown by agent", () -> breakdown(all, Dimension.AGENT, week));
    requests.put("breakdown by hour of day", () -> breakdown(all, Dimension.HOUR_OF_DAY, week));
  }

  private void asked(String name, String query) {
    page(name, Selection.of(query, Scope.ALL), PageRequest.best(25));
  }

  private static Selection withScore(String query, Selection other) {
    return new Selection(
        query,
        other.from(),
        other.to(),
        other.values(),
        new Range(0, 50),
        other.durationMs(),
        other.scope());
  }

  /** What the search screen asks: the page and the counts beside it. */
  private void page(String name, Selection selection, PageRequest page) {
    requests.put(name + ": page", () -> index.finder().find(fresh(selection), page));
    requests.put(name + ": counts", () -> index.finder().facets(fresh(selection)));
  }

  private static Period quarterly() {
    return new Period(ServiceQuarter.BEGIN, ServiceQuarter.BEGIN.plus(ServiceQuarter.LENGTH));
  }

  private Selection fresh(Selection selection) {
    Instant end = selection.to().equals(Instant.MAX) ? quarterly().to() : selection.to();
    Instant from = selection.from().equals(Instant.MIN) ? ServiceQuarter.BEGIN : selection.from();
    return selection.during(fresh(new Period(from, end)));
  }

  private Period fresh(Period period) {
    long later = asked.incrementAndGet();
    return new Period(period.from().plusMillis(later), period.to().plusMillis(later));
  }

  private void breakdown(Selection selection, Dimension by, Period known) {
    Period period = fresh(known);
    Period before = period.sameWeekdaysBefore(ZONE);
    index.figures().breakdown(selection, by, period, before, ZONE, 50);
  }

  private void overview(Selection selection, Period known) {
    Period period = fresh(known);
    index.figures().figures(selection.during(period));
    index.figures().figures(selection.during(period.sameWeekdaysBefore(ZONE)));
    index.figures().course(selection, Interval.DAY.parts(period, ZONE, 1_000));
  }

  private void alone(Consumer<String> figures) {
    Times baseline = measured(requests.get(BASELINE));
    requests.forEach(
        (name, request) ->
            figures.accept(
                "alone: %s: %s".formatted(name, measured(request).against(baseline, BASELINE))));
  }

  private static Times measured(Runnable request) {
    for (int i = 0; i < WARM_UP; i++) {
      request.run();
    }
    Times times = new Times();
    for (int i = 0; i < ROUNDS; i++) {
      times.add(Bench.time(request));
    }
    return times;
  }

  private void together(Recording call, VoskTranscriber recognizers, Consumer<String> figures) {
    Times once = new Times();
    requests.values().forEach(request -> once.add(Bench.time(request)));
    Times idle = people();
    figures.accept(
        "%d people, each a request every %d s: %s"
            .formatted(PEOPLE, EVERY.toSeconds(), idle.against(once, "the same requests alone")));
    AtomicBoolean stop = new AtomicBoolean();
    AtomicLong heardMs = new AtomicLong();
    CompletableFuture<Void> listening =
        CompletableFuture.runAsync(() -> listen(call, recognizers, stop, heardMs));
    long start = System.nanoTime();
    Times busy = people();
    double seconds = (System.nanoTime() - start) / 1e9;
    stop.set(true);
    listening.join();
    figures.accept(
        "the same beside two recognizers, which meanwhile hear %.0f s a second: %s"
            .formatted(
                heardMs.get() / 1e3 / seconds, busy.against(idle, "the same people without them")));
  }

  private static void listen(
      Recording call, VoskTranscriber recognizers, AtomicBoolean stop, AtomicLong heardMs) {
    while (!stop.get()) {
      heardMs.addAndGet(recognizers.transcribe(call, Progress.NONE).audioMs());
    }
  }

  /** Everybody asks something every five seconds, each beginning at another moment. */
  private Times people() {
    List<Runnable> mix = List.copyOf(requests.values());
    Times times = new Times();
    long start = System.nanoTime();
    Crew.work(PEOPLE, 0, PEOPLE, person -> person(person, start, mix, times));
    return times;
  }

  private static void person(int person, long start, List<Runnable> mix, Times times) {
    for (int i = 0; i < REQUESTS_EACH; i++) {
      long due = start + EVERY.toNanos() * i + EVERY.toNanos() * person / PEOPLE;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(Math.min(TimeUnit.MILLISECONDS.toNanos(20), due - System.nanoTime()));
      }
      times.add(Bench.time(mix.get((person * 7 + i) % mix.size())));
    }
  }
}
