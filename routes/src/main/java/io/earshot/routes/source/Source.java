package io.earshot.routes.source;

import io.earshot.config.Section;
import io.earshot.conversation.ConversationId;
import io.earshot.ingest.IngestSettings;
import java.time.Duration;

/**
 * One entry of {@code sources:}, where conversations come from while the service runs.
 *
 * @param name shown in health and logs, not used by another source
 * @param origin where they lie
 * @param poll time between two looks ({@code poll}, 1s in a folder, 30s elsewhere)
 * @param pace how much at once, and when
 * @param ingest how its files are named and read
 */
public record Source(String name, Origin origin, Duration poll, Pace pace, IngestSettings ingest) {

  private static final Duration NEAR = Duration.ofSeconds(1);
  private static final Duration FAR = Duration.ofSeconds(30);

  /** Reads what all entries have in common; the keys of {@code ingest:} may stand in it too. */
  public static Source from(Section section, Origin origin) {
    IngestSettings ingest = IngestSettings.from(section);
    return new Source(
        section.text("name", origin.place()),
        origin,
        section.duration("poll", origin instanceof Origin.Folder ? NEAR : FAR),
        Pace.from(section.section("pace"), ingest.timeZone()),
        ingest);
  }

  /** For uploads that name no source. */
  public static Source ofUploads(IngestSettings ingest) {
    return new Source("uploads", new Origin.Upload(), NEAR, Pace.FREE, ingest);
  }

  /** The name in ASCII, as parts of routes' and files' names may have it; still its own. */
  String plainName() {
    String own = ConversationId.ofText(name).value().substring(0, 8);
    return name.replaceAll("[^A-Za-z0-9]+", "-") + "-" + own;
  }
}
