package io.earshot.testkit;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes up plausible service conversations, for tests of load, of the index and of search.
 *
 * <p>The same seed always gives the same conversation, and different seeds different ones:
 * problems, things, names and order numbers vary, and a customer is calm, upset or pleased
 * throughout. They are worth nothing for measuring how well texts are understood. Thread-safe.
 */
public final class TestConversations {
  /** Conversations begin within a year from here. */
  private static final Instant EPOCH = Instant.parse("2025-01-01T00:00:00Z");

  private static final Pattern WORD = Pattern.compile("[a-z0-9']+");
  private static final int YEAR_SECONDS = 365 * 24 * 3600;
  private static final List<String> MOODS = List.of("calm", "upset", "pleased");
  private static final List<String> QUEUES = List.of("orders", "billing", "repairs", "delivery");
  private static final Map<String, Grammar> GRAMMARS =
      Map.of("en", Grammar.load("grammar-en.txt"), "zh", Grammar.load("grammar-zh.txt"));

  private TestConversations() {}

  /**
   * A chat, begun by the agent and then turn about.
   *
   * @param turns how many turns, at least 1
   * @param language {@code en} or {@code zh}
   */
  public static Conversation chat(long seed, int turns, String language) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> texts = texts(random, turns, language);
    List<Turn> written = new ArrayList<>(turns);
    long startMs = 0;
    for (String text : texts) {
      written.add(Turn.written(written.size(), speaker(written.size()), startMs, text));
      startMs += random.nextInt(4_000, 60_000);
    }
    return conversation(Channel.CHAT, seed, language, random, written);
  }

  /**
   * A call as a recognizer hears it: English, lower case, every word with its time; parties on
   * tracks of their own, interrupting each other now and then.
   *
   * @param turns how many turns, at least 1
   */
  public static Conversation call(long seed, int turns) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Turn> heard = new ArrayList<>(turns);
    long startMs = 500;
    for (String text : texts(random, turns, "en")) {
      Turn turn = heard(heard.size(), startMs, text, random);
      heard.add(turn);
      startMs = Math.max(turn.startMs() + 200, turn.endMs() + random.nextInt(-400, 1_500));
    }
    return conversation(Channel.CALL, seed, "en", random, heard);
  }

  private static List<String> texts(SplittableRandom random, int turns, String language) {
    if (turns < 1) {
      throw new IllegalArgumentException("A conversation of %d turns".formatted(turns));
    }
    Grammar grammar = GRAMMARS.get(language);
    if (grammar == null) {
      throw new IllegalArgumentException("No grammar for language '%s'".formatted(language));
    }
    String mood = MOODS.get(random.nextInt(MOODS.size()));
    Grammar.Teller teller = grammar.teller(random);
    List<String> texts = new ArrayList<>(turns);
    for (int turn = 0; turn < turns; turn++) {
      texts.add(teller.tell(symbol(turn, turns, mood)));
    }
    return texts;
  }

  /** What a turn is for: the first two open the conversation, the last two close it. */
  private static String symbol(int turn, int turns, String mood) {
    if (turn == 0) {
      return "agent.greeting";
    }
    boolean last = turn >= turns - 2;
    if (speaker(turn) == Speaker.AGENT) {
      return last ? "agent.closing" : "agent.%s.middle".formatted(mood);
    }
    String part = turn == 1 ? "opening" : last ? "closing" : "middle";
    return "customer.%s.%s".formatted(mood, part);
  }

  private static Speaker speaker(int turn) {
    return turn % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER;
  }

  private static Turn heard(int index, long startMs, String text, SplittableRandom random) {
    List<Word> words = new ArrayList<>();
    long atMs = startMs;
    Matcher spoken = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (spoken.find()) {
      long endMs = atMs + 120 + 40L * spoken.group().length();
      words.add(new Word(spoken.group(), atMs, endMs, 0.7 + 0.3 * random.nextDouble()));
      atMs = endMs + random.nextInt(60);
    }
    String recognised = String.join(" ", words.stream().map(Word::text).toList());
    double confidence = words.stream().mapToDouble(Word::confidence).average().orElseThrow();
    long endMs = words.get(words.size() - 1).endMs();
    return new Turn(
        index, speaker(index), index % 2, startMs, endMs, recognised, confidence, words);
  }

  private static Conversation conversation(
      Channel channel, long seed, String language, SplittableRandom random, List<Turn> turns) {
    String source = "generated-%s-%s-%d-%d".formatted(channel.code(), language, seed, turns.size());
    return new Conversation(
        ConversationId.ofText(source),
        source,
        channel,
        language,
        EPOCH.plusSeconds(random.nextInt(YEAR_SECONDS)),
        turns.stream().mapToLong(Turn::endMs).max().orElseThrow(),
        true,
        channel == Channel.CALL ? SpeakerSource.TRACKS : SpeakerSource.LABELS,
        1,
        attributes(random),
        turns);
  }

  private static Map<String, String> attributes(SplittableRandom random) {
    return Map.of(
        Conversation.AGENT, "agent-%02d".formatted(random.nextInt(40)),
        Conversation.CUSTOMER, "C-%05d".formatted(random.nextInt(20_000)),
        Conversation.QUEUE, QUEUES.get(random.nextInt(QUEUES.size())));
  }
}
