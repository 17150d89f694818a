package io.earshot.ingest;

import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.ingest.chat.TranscriptSink;
import io.earshot.ingest.facts.Fact;
import io.earshot.ingest.facts.Facts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at items as the intake would take them, with the same parts, and keeps nothing. For one
 * thread.
 */
public final class Preview {
  private static final int MOST_CONVERSATIONS = 1000;
  private static final int MOST_TROUBLES = 5;

  private final IngestSettings settings;
  private final Admission admission;
  private final CallFacts callFacts;
  private final DoneMarkers markers;
  private final ConversationReader reader;

  public Preview(IngestSettings settings) {
    this(settings, Clock.systemUTC());
  }

  Preview(IngestSettings settings, Clock clock) {
    this.settings = settings;
    this.admission = new Admission(settings, new Settling(clock));
    this.callFacts = new CallFacts(settings);
    this.markers = new DoneMarkers(settings.doneMarkers());
    this.reader = new ConversationReader(settings);
  }

  /** What would become of an item; whatever is wrong with it is told, not thrown. */
  public Prospect of(SourceItem item, IntakeOptions options) {
    List<String> troubles = new ArrayList<>();
    try {
      Optional<Admission.Refused> refused = admission.refusal(item, admission.settled(item));
      if (refused.isPresent()) {
        troubles.add(refused.get().reason());
        return unread(item, troubles);
      }
    } catch (StillChanging e) {
      troubles.add(e.getMessage());
    } catch (EarshotException e) {
      troubles.add(e.getMessage());
      return unread(item, troubles);
    }
    return admission.kind(item.files().get(0)) == SourceKind.RECORDING
        ? recording(item, options, troubles)
        : written(item, options, troubles);
  }

  private Prospect unread(SourceItem item, List<String> troubles) {
    return new Prospect(
        item,
        admission.channel(item),
        false,
        "",
        0,
        true,
        List.of(),
        List.of(),
        "",
        List.of(),
        troubles);
  }

  private Prospect recording(SourceItem item, IntakeOptions options, List<String> troubles) {
    CallFacts.Known known = callFacts.of(item);
    troubles.addAll(known.troubles());
    Facts facts = new Facts();
    options.language().ifPresent(tag -> facts.offer(Fact.LANGUAGE, tag, "told"));
    facts.offerAll(known.facts());
    facts.offer(Fact.LANGUAGE, settings.language(), "settings");
    offerFileTime(item, facts);
    Set<Path> beside = new LinkedHashSet<>(known.sources());
    beside.addAll(markers.of(item));
    return new Prospect(
        item,
        Channel.CALL,
        true,
        "",
        1,
        true,
        facts.all(),
        known.roles(),
        known.rolesFrom(),
        List.copyOf(beside),
        troubles);
  }

  private static void offerFileTime(SourceItem item, Facts facts) {
    String changed = Settling.Look.at(item.files().get(0)).modifiedAt().toString();
    facts.offer(Fact.STARTED_AT, changed, "the file's own time");
  }

  private Prospect written(SourceItem item, IntakeOptions options, List<String> troubles) {
    Reading reading = new Reading();
    try {
      reader.readAll(
          item.files().get(0),
          options,
          read -> reading.accept(read.conversation()),
          reading::refuse);
    } catch (Enough e) {
      reading.counted = false;
    } catch (EarshotException e) {
      troubles.add(e.getMessage());
    }
    troubles.addAll(reading.refusals);
    Facts facts = new Facts();
    reading.first.ifPresent(first -> offer(item, first, facts));
    return new Prospect(
        item,
        reading.first.map(Conversation::channel).orElse(Channel.CHAT),
        false,
        reading.first.flatMap(first -> first.attribute(ConversationReader.FORMAT)).orElse(""),
        reading.conversations,
        reading.counted,
        facts.all(),
        List.of(),
        "",
        markers.of(item),
        troubles);
  }

  /** What the name tells, where it is what holds; the rest stands in the file. */
  private void offer(SourceItem item, Conversation first, Facts facts) {
    Facts named = NameFacts.of(item.name(), settings.fileNames(), settings.timeZone()).facts();
    named.all().stream()
        .filter(fact -> first.attribute(fact.name()).filter(fact.value()::equals).isPresent())
        .forEach(fact -> facts.offer(fact.name(), fact.value(), fact.origin()));
    first
        .attributes()
        .forEach((name, value) -> facts.offer(name, value, PlainName.of(item.name())));
    String from =
        named.startedAt().filter(first.startedAt()::equals).isPresent()
            ? named.fact(Fact.STARTED_AT).orElseThrow().origin()
            : "content, or the file's own time";
    facts.offer(Fact.STARTED_AT, first.startedAt().toString(), from);
    facts.offer(Fact.LANGUAGE, first.language(), "content or settings");
  }

  /** Ends the reading of a long table. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  private static final class Reading {
    private Optional<Conversation> first = Optional.empty();
    private int conversations;
    private boolean counted = true;
    private final List<String> refusals = new ArrayList<>();

    void accept(Conversation conversation) {
      first = first.or(() -> Optional.of(conversation));
      if (++conversations >= MOST_CONVERSATIONS) {
        throw new Enough();
      }
    }

    void refuse(TranscriptSink.Refusal refusal) {
      if (refusals.size() < MOST_TROUBLES) {
        refusals.add("%s: %s".formatted(refusal.place(), refusal.reason()));
      }
    }
  }
}
