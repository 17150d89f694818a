package io.earshot.routes.cli;

import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.FoundConversation;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.Moment.Span;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.SearchPage;
import io.earshot.conversation.search.Selection;
import io.earshot.index.query.QueryParser;
import io.earshot.routes.service.Installation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "search",
    description = "Finds conversations, and the moments in them.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Words and \"phrases\", AND OR NOT, brackets; speaker: agent: channel: emotion: intent:",
      "before: after: language: and more; by meaning: ~\"wants to leave us\"; by sound:",
      "sounds:refund; refund near/5 late; refund then sorry within 5 turns. See docs/search.md."
    })
final class SearchCommand implements Callable<Integer> {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

  private final Environment environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "QUERY",
      description = "The query; quote it for the shell.")
  private List<String> words = List.of();

  @Option(names = "--json", description = "One object a line, one line a conversation.")
  private boolean json;

  @Option(names = "--limit", description = "How many conversations at most (default 10).")
  private int limit = 10;

  @Option(names = "--offset", description = "How many to pass over (default 0).")
  private int offset;

  SearchCommand(Environment environment) {
    this.environment = environment;
  }

  /** A hit as scripts read it. */
  record Line(
      String conversationId,
      double score,
      String agent,
      Instant startedAt,
      String source,
      String channel,
      List<MomentLine> moments) {}

  /**
   * A moment as scripts read it; {@code spans} are the places of {@code highlights} in the text,
   * which {@code soundsLike} what was asked for when they were found by their sound alone.
   */
  record MomentLine(
      int turn,
      String speaker,
      long startMs,
      String text,
      List<String> highlights,
      List<Span> spans,
      boolean soundsLike) {}

  @Override
  public Integer call() {
    String query = String.join(" ", words);
    // Before anything is started: a mistyped query is answered at once.
    new QueryParser(ZoneId.systemDefault()).parse(query);
    PageRequest page = new PageRequest(PageRequest.Order.RELEVANCE, true, offset, limit);
    if (environment.home().isNew()) {
      environment
          .terminal()
          .say("Nothing was processed yet: 'earshot process PATH' or 'earshot demo'.");
      return Commands.DONE;
    }
    try (Installation installation = environment.installation(Set.of())) {
      SearchPage result = installation.index().finder().find(Selection.of(query, Scope.ALL), page);
      if (json) {
        result.hits().forEach(hit -> environment.terminal().json(line(hit)));
      } else {
        print(result);
      }
    }
    return Commands.DONE;
  }

  private static Line line(FoundConversation hit) {
    ConversationSummary found = hit.conversation();
    return new Line(
        found.id().value(),
        hit.score(),
        found.agent(),
        found.startedAt(),
        found.source(),
        found.channel().code(),
        hit.moments().stream().map(SearchCommand::line).toList());
  }

  private static MomentLine line(Moment moment) {
    return new MomentLine(
        moment.turn(),
        moment.speaker().code(),
        moment.startMs(),
        moment.text(),
        moment.spans().stream()
            .map(span -> moment.text().substring(span.start(), span.end()))
            .toList(),
        moment.spans(),
        moment.soundsLike());
  }

  private void print(SearchPage result) {
    Terminal terminal = environment.terminal();
    for (FoundConversation hit : result.hits()) {
      ConversationSummary found = hit.conversation();
      terminal.print(
          "%s  %s  %s  %s"
              .formatted(
                  found.id().value().substring(0, 8),
                  MINUTE.format(found.startedAt()),
                  found.agent().isEmpty() ? "-" : found.agent(),
                  found.source()));
      for (Moment moment : hit.moments()) {
        terminal.print(
            "  %7s  %-8s  %s%s"
                .formatted(
                    Durations.clock(moment.startMs()),
                    moment.speaker().code(),
                    moment.soundsLike() ? "(sounds like) " : "",
                    marked(moment)));
      }
    }
    terminal.say(
        "%d conversation%s, %d shown, %d ms"
            .formatted(
                result.total(),
                result.total() == 1 ? "" : "s",
                result.hits().size(),
                result.tookMs()));
  }

  /** The text with its highlights in bold, or between guillemets where there is no bold. */
  private String marked(Moment moment) {
    String begin = environment.terminal().interactive() ? "\u001b[1m" : "«";
    String end = environment.terminal().interactive() ? "\u001b[0m" : "»";
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Span span : moment.spans()) {
      text.append(moment.text(), from, span.start());
      text.append(begin).append(moment.text(), span.start(), span.end()).append(end);
      from = span.end();
    }
    return text.append(moment.text().substring(from)).toString();
  }
}
