package io.earshot.ingest.chat.lines;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.chat.draft.PartyGuess;
import io.earshot.ingest.chat.draft.TurnList;
import io.earshot.ingest.chat.notation.Roles;
import io.earshot.ingest.chat.notation.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conversation of a {@code speaker: text} file while it is read line by line. */
final class SpeakerLinesDraft {
  /** A time of day this much earlier than the one before means the next day, not a mix-up. */
  private static final long MIDNIGHT_JUMP_MS = 12 * 3_600_000L;

  private static final long DAY_MS = 24 * 3_600_000L;

  private final ReadingContext context;
  private final Headers headers = new Headers();
  private final TurnList turns;
  private final Map<String, Roles.Label> names = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private Speaker speaker = Speaker.SYSTEM;
  private String party = "";
  private String preamble = "";
  private Optional<Stamp> stamp = Optional.empty();
  private boolean begun;
  private boolean dated;
  private long lastMs = Long.MIN_VALUE;
  private long daysMs;

  /**
   * A conversation to be.
   *
   * @param people who stand before their words by name
   */
  SpeakerLinesDraft(ReadingContext context, Set<String> people) {
    this.context = context;
    people.forEach(name -> names.put(name, new Roles.Label(Speaker.UNKNOWN, name)));
    this.turns = new TurnList(context.maxConversationCharacters());
  }

  void add(String line) {
    if (!begun && headers.take(line)) {
      learnNames();
      return;
    }
    Optional<SpokenLine> spoken = SpokenLine.parse(line, this::label);
    if (spoken.isPresent()) {
      endTurn();
      begin(spoken.get());
    } else {
      append(line);
    }
  }

  private Optional<Roles.Label> label(String label) {
    return Roles.label(label).or(() -> Optional.ofNullable(names.get(label.strip())));
  }

  private void learnNames() {
    learn(Conversation.AGENT, Speaker.AGENT);
    learn(Conversation.CUSTOMER, Speaker.CUSTOMER);
  }

  private void learn(String attribute, Speaker role) {
    headers.attribute(attribute).ifPresent(name -> names.put(name, new Roles.Label(role, name)));
  }

  private void begin(SpokenLine line) {
    begun = true;
    speaker = line.label().speaker();
    stamp = line.stamp();
    String name = line.label().name();
    party = speaker == Speaker.UNKNOWN ? name : "";
    if (!name.isEmpty()) {
      names.putIfAbsent(name, line.label());
      note(speaker, name);
    }
    append(line.text());
  }

  private void note(Speaker role, String name) {
    if (role == Speaker.AGENT) {
      headers.putIfAbsent(Conversation.AGENT, name);
    } else if (role == Speaker.CUSTOMER) {
      headers.putIfAbsent(Conversation.CUSTOMER, name);
    }
  }

  private void append(String more) {
    if (text.length() + more.length() >= context.maxConversationCharacters()) {
      throw EarshotException.badInput("a turn is too long");
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(more);
  }

  private void endTurn() {
    Optional<Instant> at = stamp.map(this::millis).map(Instant::ofEpochMilli);
    if (!party.isEmpty()) {
      turns.addNamed(party, text.toString(), at);
    } else if (at.isPresent()) {
      turns.add(speaker, text.toString(), at.get().toEpochMilli(), at.get().toEpochMilli());
    } else if (begun) {
      turns.add(speaker, text.toString());
    } else {
      preamble = text.toString();
    }
    text.setLength(0);
  }

  private long millis(Stamp time) {
    dated |= time.date().isPresent();
    long ms = time.at(day(), context.zone()).toEpochMilli();
    if (time.date().isEmpty()) {
      ms += daysMs;
      if (lastMs - ms > MIDNIGHT_JUMP_MS) {
        daysMs += DAY_MS;
        ms += DAY_MS;
      }
    }
    // Clocks step back a little; the order of the lines is the order of the talk.
    lastMs = Math.max(lastMs, ms);
    return lastMs;
  }

  private LocalDate day() {
    return headers
        .startedAt(context.zone())
        .map(start -> start.atZone(context.zone()).toLocalDate())
        .orElseGet(context::day);
  }

  Transcript transcript(String fileName) {
    endTurn();
    if (!begun || turns.isEmpty()) {
      throw EarshotException.badInput(
          fileName + ": no turns were found; lines such as 'Agent: ...' or '客服：...' are expected");
    }
    Optional<Instant> started = headers.startedAt(context.zone());
    if (started.isEmpty() && dated && turns.timed()) {
      started = Optional.of(Instant.ofEpochMilli(turns.firstMs()));
    }
    PartyGuess guess = turns.nameRoles(Map.of(), context.speakers());
    guess.roles().forEach((name, role) -> note(role, PartyGuess.shown(name)));
    // What stands above the first turn, such as a title, is a notice.
    turns.addFirst(Speaker.SYSTEM, preamble);
    long last = turns.timed() ? lastMs - turns.firstMs() : 0;
    return new Transcript(
        "speaker-lines",
        "",
        headers.channel().orElse(Channel.CHAT),
        headers.language(),
        started,
        turns.timed(),
        last,
        guess.sure(),
        headers.attributes(),
        turns.turns(turns.firstMs()),
        turns.repairs(),
        turns.originals(),
        List.of());
  }
}
