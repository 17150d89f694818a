package io.earshot.console.testing;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Scored;
import io.earshot.conversation.Turn;
import io.earshot.conversation.TurnInsight;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Dimension;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.Moment;
import io.earshot.conversation.search.Moment.Span;
import io.earshot.conversation.search.Range;
import io.earshot.conversation.search.Selection;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One conversation in memory. */
record MemoryConversation(Conversation conversation, Analysis analysis) {

  ConversationSummary summary() {
    return new ConversationSummary(
        conversation.id(),
        conversation.source(),
        conversation.channel(),
        analysis.language(),
        conversation.startedAt(),
        conversation.durationMs(),
        conversation.agent().orElse(""),
        conversation.customer().orElse(""),
        conversation.attribute(Conversation.QUEUE).orElse(""),
        conversation.turns().size(),
        analysis.intents(),
        analysis.emotion(),
        analysis.score().value(),
        analysis.keywords(),
        analysis.summary(),
        analysis.facts().resolution().outcome(),
        conversation.speakerConfidence(),
        conversation.startedAt());
  }

  boolean isIn(Selection selection) {
    return isOpenTo(selection)
        && selection.values().keySet().stream().allMatch(facet -> meets(facet, selection))
        && within(analysis.score().value(), selection.score())
        && within(conversation.durationMs(), selection.durationMs());
  }

  /** Whether query, scope and period let it in, whatever values were chosen of its facets. */
  boolean isOpenTo(Selection selection) {
    ConversationSummary known = summary();
    return selection.scope().covers(known.agent(), known.queue())
        && !known.startedAt().isBefore(selection.from())
        && known.startedAt().isBefore(selection.to())
        && words(selection.query()).allMatch(this::isSaid);
  }

  boolean meets(Facet facet, Selection selection) {
    List<String> chosen = selection.values().get(facet);
    return chosen == null || values(facet).stream().anyMatch(chosen::contains);
  }

  static boolean within(double number, Range range) {
    return number >= range.from() && number <= range.to();
  }

  List<String> values(Facet facet) {
    ConversationSummary known = summary();
    return switch (facet) {
      case CHANNEL -> List.of(known.channel().code());
      case SOURCE -> List.of(known.source());
      case AGENT -> unlessEmpty(known.agent());
      case CUSTOMER -> unlessEmpty(known.customer());
      case QUEUE -> unlessEmpty(known.queue());
      case LANGUAGE -> List.of(known.language());
      case EMOTION -> List.of(known.emotion().label());
      case INTENT -> known.intents().stream().map(Scored::name).toList();
      case OUTCOME -> List.of(known.outcome().code());
      case SHAPE -> List.of(known.emotion().shape().code());
    };
  }

  List<String> values(Dimension by, ZoneId zone) {
    ZonedDateTime start = conversation.startedAt().atZone(zone);
    return switch (by) {
      case HOUR_OF_DAY -> List.of(Integer.toString(start.getHour()));
      case WEEKDAY -> List.of(Integer.toString(start.getDayOfWeek().getValue()));
      case AGENT, QUEUE, INTENT, CHANNEL, SOURCE, LANGUAGE, EMOTION, OUTCOME ->
          values(Facet.valueOf(by.name()));
    };
  }

  boolean isNegative() {
    String label = analysis.emotion().label();
    return !label.equals("neutral")
        && analysis.turns().stream()
                .filter(turn -> turn.emotion().name().equals(label))
                .mapToDouble(TurnInsight::valence)
                .sum()
            < 0;
  }

  List<Moment> moments(String query) {
    List<Moment> moments = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      List<Span> spans =
          words(query)
              .filter(word -> lower(turn).contains(word))
              .map(word -> span(lower(turn).indexOf(word), word))
              .toList();
      if (!spans.isEmpty()) {
        moments.add(new Moment(turn.index(), turn.speaker(), turn.startMs(), turn.text(), spans));
      }
    }
    return moments;
  }

  private static Span span(int start, String word) {
    return new Span(start, start + word.length());
  }

  private boolean isSaid(String word) {
    return conversation.turns().stream().anyMatch(turn -> lower(turn).contains(word));
  }

  private static String lower(Turn turn) {
    return turn.text().toLowerCase(Locale.ROOT);
  }

  private static Stream<String> words(String query) {
    return Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty() && !word.equals("*"));
  }

  private static List<String> unlessEmpty(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  /** Never shows what was said. */
  @Override
  public String toString() {
    return "MemoryConversation[%s]".formatted(conversation.id());
  }
}
