package io.earshot.ingest.chat.table;

import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.ColumnMapping;
import io.earshot.ingest.chat.ReadingContext;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.chat.draft.TranscriptDraft;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversations of a table that may still get rows. Rows of several sessions may be mixed, as
 * exports sorted by time have them, within bounds: at most {@value #MAX_OPEN} sessions and a fixed
 * number of characters are held, and a session that got no row for {@value #MAX_ROWS_APART} rows is
 * taken as ended. A row of it that comes even later begins a conversation of its own.
 */
final class OpenSessions {
  static final int MAX_OPEN = 1_000;
  static final int MAX_ROWS_APART = 20_000;
  private static final long MAX_CHARACTERS = 32L << 20;

  private final ColumnMapping mapping;
  private final ReadingContext context;
  private final TranscriptSink sink;

  /** In the order of their latest rows, so that the first is the one to end. */
  private final Map<String, Session> open = new LinkedHashMap<>(16, 0.75f, true);

  private long rows;
  private long characters;

  OpenSessions(ColumnMapping mapping, ReadingContext context, TranscriptSink sink) {
    this.mapping = mapping;
    this.context = context;
    this.sink = sink;
  }

  private static final class Session {
    final TranscriptDraft draft;
    long lastRow;

    Session(ReadingContext context) {
      draft = new TranscriptDraft("table", context);
    }
  }

  void add(Columns columns, List<String> cells) {
    // All of the row is read before anything of it is kept.
    String id = columns.session(cells);
    String who = columns.who(cells);
    Optional<Speaker> role = columns.role(who);
    String text = columns.text(cells);
    Optional<Instant> time = columns.time(cells);
    Session session = open.computeIfAbsent(id, key -> new Session(context));
    int before = session.draft.characters();
    if (columns.internal(cells)) {
      session.draft.note(time, text);
    } else if (role.isPresent()) {
      session.draft.message(role.get(), time, text);
    } else {
      session.draft.message(who, time, text);
    }
    columns.attributes(cells).forEach(session.draft::attribute);
    session.lastRow = ++rows;
    characters += session.draft.characters() - before;
    endOld();
  }

  private void endOld() {
    Iterator<Map.Entry<String, Session>> oldest = open.entrySet().iterator();
    while (oldest.hasNext()) {
      Map.Entry<String, Session> entry = oldest.next();
      boolean stale = rows - entry.getValue().lastRow > MAX_ROWS_APART;
      boolean crowded = open.size() > MAX_OPEN || characters > MAX_CHARACTERS;
      if (open.size() == 1 || (!stale && !crowded)) {
        return;
      }
      oldest.remove();
      end(entry.getKey(), entry.getValue());
    }
  }

  void endAll() {
    open.forEach(this::end);
    open.clear();
  }

  private void end(String id, Session session) {
    characters -= session.draft.characters();
    if (!session.draft.isEmpty()) {
      session.draft.channel(mapping.channel()).language(mapping.language()).callId(id);
      sink.accept(session.draft.transcript().withSession(id));
    }
  }
}
