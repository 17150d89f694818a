package io.earshot.ingest.chat.draft;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.SoundFile;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.notation.LanguageTag;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.text.RepairReport;
import io.earshot.ingest.text.TextRepair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation while a reader collects it. Times are either points in time or offsets from the
 * start, never both. For one thread.
 */
public final class TranscriptDraft {
  /** Written before what only the staff may see, which stays out of both parties' words. */
  private static final String NOTE = "[note] ";

  private static final String NOTES = "notes";
  private static final String MEDIA = "media";
  private static final String OTHER_AGENTS = "other_agents";
  private static final int LONGEST_NAME = 200;
  private static final int MOST_AGENTS = 20;

  private final String format;
  private final ReadingContext context;
  private final TurnList turns;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<String> agents = new ArrayList<>();
  private final Map<String, Speaker> told = new HashMap<>();
  private Channel channel = Channel.CHAT;
  private String language = "";
  private Optional<Instant> startedAt = Optional.empty();
  private long statedMs;
  private boolean offsets;
  private boolean absolute;
  private int notes;
  private int media;
  private double sure = 1;

  public TranscriptDraft(String format, ReadingContext context) {
    this.format = format;
    this.context = context;
    this.turns = new TurnList(context.maxConversationCharacters());
  }

  public TranscriptDraft channel(Channel known) {
    channel = known;
    return this;
  }

  public TranscriptDraft language(String tag) {
    language = LanguageTag.primary(tag.strip());
    return this;
  }

  public TranscriptDraft startedAt(Optional<Instant> time) {
    startedAt = time;
    return this;
  }

  /** As long as the source says, where that is longer than the last turn tells. */
  public TranscriptDraft lasting(long milliseconds) {
    statedMs = milliseconds;
    return this;
  }

  public TranscriptDraft callId(String id) {
    return attribute(Conversation.CALL_ID, id);
  }

  /** Notes a fact; blanks are none. */
  public TranscriptDraft attribute(String name, String value) {
    String clean = name(value);
    if (!clean.isEmpty()) {
      attributes.putIfAbsent(name, clean);
    }
    return this;
  }

  /** Notes a fact in the place of what was noted before. */
  public void put(String name, String value) {
    attributes.remove(name);
    attribute(name, value);
  }

  /** Who took a part: the first agent and customer are those of the conversation. */
  public void person(Speaker role, String name) {
    String clean = name(name);
    boolean nameless = Roles.label(clean).filter(label -> label.name().isEmpty()).isPresent();
    if (clean.isEmpty() || nameless) {
      return;
    }
    if (role == Speaker.CUSTOMER) {
      attributes.putIfAbsent(Conversation.CUSTOMER, clean);
    } else if (role == Speaker.AGENT && !agents.contains(clean) && agents.size() < MOST_AGENTS) {
      agents.add(clean);
    }
  }

  private static String name(String text) {
    String clean = TextRepair.repair(text, new RepairReport());
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME) : clean;
  }

  /** The role of a named party, where something besides the messages tells it. */
  public void knows(String party, Speaker role) {
    told.put(name(party), role);
  }

  public void message(Speaker speaker, Optional<Instant> at, String text) {
    if (at.isPresent()) {
      absolute = true;
      long ms = at.get().toEpochMilli();
      turns.add(speaker, text, ms, ms);
    } else {
      turns.add(speaker, text);
    }
  }

  /** A message of somebody whose role the data may not tell. */
  public void message(String party, Optional<Instant> at, String text) {
    absolute |= at.isPresent();
    String name = name(party);
    turns.addNamed(name.isEmpty() ? "?" : name, text, at);
  }

  /** What only the staff can see. */
  public void note(Optional<Instant> at, String text) {
    if (!text.isBlank()) {
      notes++;
      message(Speaker.SYSTEM, at, NOTE + text);
    }
  }

  /** Counts pictures and the like, which are no messages. */
  public void media(int more) {
    media += more;
  }

  /** What was said on the telephone; times are offsets from the start. */
  public void spoken(Speaker speaker, long startMs, long endMs, String text, TurnList.Sound sound) {
    offsets = true;
    turns.add(speaker, text, startMs, endMs, sound);
  }

  public boolean isEmpty() {
    return turns.isEmpty();
  }

  /** How many characters it holds so far. */
  public int characters() {
    return turns.characters();
  }

  /**
   * The conversation.
   *
   * @throws EarshotException of kind BAD_INPUT when it holds nothing or its times make no sense
   */
  public Transcript transcript() {
    if (turns.isEmpty()) {
      throw EarshotException.badInput("the conversation holds no messages");
    }
    if (offsets && absolute) {
      throw EarshotException.badInput("offsets and points in time are mixed");
    }
    nameRoles();
    boolean timed = turns.timed();
    long zeroMs = offsets ? 0 : turns.firstMs();
    List<Turn> ordered = turns.turns(zeroMs);
    long lastMs = ordered.stream().mapToLong(Turn::endMs).max().orElse(0);
    boolean dated = timed && absolute;
    return new Transcript(
        format,
        "",
        channel,
        language,
        dated ? Optional.of(Instant.ofEpochMilli(zeroMs)) : startedAt,
        timed,
        Math.max(lastMs, offsets ? statedMs : 0),
        sure,
        allAttributes(),
        ordered,
        turns.repairs(),
        turns.originals(),
        List.of());
  }

  /** A conversation that is still to be heard. */
  public Transcript recording(SoundFile sound) {
    return new Transcript(
        format,
        "",
        channel,
        language,
        startedAt,
        true,
        0,
        sure,
        allAttributes(),
        List.of(),
        "",
        Map.of(),
        List.of(sound));
  }

  private void nameRoles() {
    PartyGuess guess = turns.nameRoles(told, context.speakers());
    sure = guess.sure();
    guess.roles().forEach((name, role) -> person(role, PartyGuess.shown(name)));
  }

  private Map<String, String> allAttributes() {
    Map<String, String> all = new HashMap<>(attributes);
    if (!agents.isEmpty()) {
      all.putIfAbsent(Conversation.AGENT, agents.get(0));
      List<String> others =
          agents.stream().filter(name -> !name.equals(all.get(Conversation.AGENT))).toList();
      if (!others.isEmpty()) {
        all.put(OTHER_AGENTS, String.join(", ", others));
      }
    }
    count(all, NOTES, notes);
    count(all, MEDIA, media);
    return all;
  }

  private static void count(Map<String, String> all, String name, int number) {
    if (number > 0) {
      all.put(name, Integer.toString(number));
    }
  }
}
