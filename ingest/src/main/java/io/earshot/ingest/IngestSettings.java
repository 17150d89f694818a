package io.earshot.ingest;

import io.earshot.config.Section;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.facts.SideFileSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How sources are read.
 *
 * @param fileNames what names of files tell, each pattern asked in turn ({@code file_names})
 * @param timeZone of times without one ({@code time_zone}, the machine's by default)
 * @param tracks who is heard on the tracks of a recording with several; empty to decide from what
 *     is said ({@code tracks})
 * @param swap whether strong evidence in what is said may swap the roles of two tracks ({@code
 *     swap}, false)
 * @param language of what is said; empty when not known ({@code language})
 * @param model name of the speech model for recordings; empty for the language's ({@code model})
 * @param pairEndings how the two files of one call are named ({@code pair_endings})
 * @param pairWait how old one file of a pair must be to be taken without the other ({@code
 *     pair_wait}, 10s)
 * @param settle how long a file must not have changed ({@code settle}, 2s)
 * @param maxRecordingBytes largest recording ({@code max_recording}, 8GB)
 * @param maxTableBytes largest table of chats ({@code max_table}, 64GB); tables are streamed
 * @param maxConversationCharacters longest written conversation, in characters ({@code
 *     max_conversation}, 16MB)
 * @param sideFiles where else facts of recordings lie ({@code side_files})
 * @param doneMarkers endings of the files that say that a recording is complete; empty when there
 *     are none ({@code done_markers})
 * @param soundEndings endings of names, without the dot, that are sound besides the usual ones
 *     ({@code sound_endings})
 * @param followLinks whether links may lead out of the folder that is read ({@code follow_links},
 *     false)
 * @param mapping of the columns of tables that have none of their own ({@code mapping})
 * @param speakers roles of people in chats and mails by name, mail address or {@code @domain}, in
 *     lower case ({@code speakers})
 * @param vconKeys file of the keys with which signed vCons must be signed; empty to take any
 *     ({@code vcon_keys})
 */
public record IngestSettings(
    List<FileNamePattern> fileNames,
    ZoneId timeZone,
    List<Speaker> tracks,
    boolean swap,
    String language,
    String model,
    PairEndings pairEndings,
    Duration pairWait,
    Duration settle,
    long maxRecordingBytes,
    long maxTableBytes,
    int maxConversationCharacters,
    SideFileSettings sideFiles,
    List<String> doneMarkers,
    List<String> soundEndings,
    boolean followLinks,
    Optional<Path> mapping,
    Map<String, Speaker> speakers,
    Optional<Path> vconKeys) {

  private static final List<String> AGENT_ENDINGS = List.of("-agent", "_agent", ".agent");
  private static final List<String> CUSTOMER_ENDINGS =
      List.of(
          "-caller",
          "_caller",
          ".caller",
          "-customer",
          "_customer",
          ".customer",
          "-client",
          "_client");
  private static final List<String> IN_ENDINGS = List.of("-in", "_in", ".in", "-rx", "_rx", ".rx");
  private static final List<String> OUT_ENDINGS =
      List.of("-out", "_out", ".out", "-tx", "_tx", ".tx");

  public IngestSettings {
    fileNames = List.copyOf(fileNames);
    tracks = List.copyOf(tracks);
    doneMarkers = List.copyOf(doneMarkers);
    soundEndings = List.copyOf(soundEndings);
    speakers = Map.copyOf(speakers);
  }

  /**
   * Endings of the names, before the dot, by which two files are one call.
   *
   * @param agent endings of the agent's file
   * @param customer endings of the customer's file
   * @param in endings of a file with what came in, whoever that was
   * @param out endings of the file that belongs to one of those
   */
  public record PairEndings(
      List<String> agent, List<String> customer, List<String> in, List<String> out) {
    public PairEndings {
      agent = List.copyOf(agent);
      customer = List.copyOf(customer);
      in = List.copyOf(in);
      out = List.copyOf(out);
    }
  }

  public static IngestSettings defaults() {
    return from(Section.empty());
  }

  /** Reads the settings; problems are noted in the section. */
  public static IngestSettings from(Section section) {
    Section endings = section.section("pair_endings");
    return new IngestSettings(
        fileNames(section),
        section.parsed(
            "time_zone",
            "a zone such as Asia/Shanghai",
            id -> Optional.of(zone(id)),
            ZoneId.systemDefault()),
        tracks(section),
        section.flag("swap", false),
        section.text("language", ""),
        section.text("model", ""),
        new PairEndings(
            endings.texts("agent", AGENT_ENDINGS),
            endings.texts("customer", CUSTOMER_ENDINGS),
            endings.texts("in", IN_ENDINGS),
            endings.texts("out", OUT_ENDINGS)),
        section.duration("pair_wait", Duration.ofSeconds(10)),
        section.duration("settle", Duration.ofSeconds(2)),
        section.bytes("max_recording", 8L << 30),
        section.bytes("max_table", 64L << 30),
        (int) Math.min(section.bytes("max_conversation", 16L << 20), Integer.MAX_VALUE >> 1),
        SideFileSettings.from(section.section("side_files")),
        section.texts("done_markers"),
        section.texts("sound_endings"),
        section.flag("follow_links", false),
        section.path("mapping"),
        speakers(section.section("speakers")),
        section.path("vcon_keys"));
  }

  /**
   * The same with other waits and no markers, for a source that knows when its files are complete.
   */
  public IngestSettings withWaits(Duration otherSettle, Duration otherPairWait) {
    return new IngestSettings(
        fileNames,
        timeZone,
        tracks,
        swap,
        language,
        model,
        pairEndings,
        otherPairWait,
        otherSettle,
        maxRecordingBytes,
        maxTableBytes,
        maxConversationCharacters,
        sideFiles,
        List.of(),
        soundEndings,
        followLinks,
        mapping,
        speakers,
        vconKeys);
  }

  /**
   * Whether a file may hold a conversation or facts of one, as far as its name tells.
   *
   * @param name with its folders, divided by slashes
   */
  public boolean mayHold(String name) {
    Path path = Path.of(name);
    for (Path part : path) {
      if (ForeignNames.hidden(part)) {
        return false;
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean beside = sideFiles.endings().stream().anyMatch(lower::endsWith);
    return beside || !ForeignNames.foreign(path);
  }

  /**
   * Size that a file of this name may have.
   *
   * @param name with its folders, divided by slashes
   * @return bytes
   */
  public long mostBytes(String name) {
    return soundsByName(Path.of(name)) ? maxRecordingBytes : maxTableBytes;
  }

  /** Whether a file's name alone says that it is sound. */
  boolean soundsByName(Path file) {
    return SourceKind.soundsByName(file) || soundEndings.contains(SourceKind.ending(file));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<FileNamePattern> fileNames(Section section) {
    List<FileNamePattern> patterns =
        section.sections("file_names").stream()
            .flatMap(pattern -> FileNamePattern.from(pattern).stream())
            .toList();
    return orElse(patterns, FileNamePattern.usual());
  }

  private static List<Speaker> tracks(Section section) {
    List<String> codes = section.texts("tracks");
    List<Speaker> roles = codes.stream().flatMap(code -> role(code).stream()).toList();
    if (roles.size() != codes.size()) {
      section.problem("tracks", "must be a list of agent, customer, system or unknown");
    }
    return roles;
  }

  private static Map<String, Speaker> speakers(Section section) {
    Map<String, Speaker> speakers = new HashMap<>();
    for (String name : section.keys()) {
      section
          .parsed(name, "agent, customer, system or unknown", IngestSettings::role)
          .ifPresent(role -> speakers.put(name.strip().toLowerCase(Locale.ROOT), role));
    }
    return speakers;
  }

  private static Optional<Speaker> role(String code) {
    return Arrays.stream(Speaker.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static <T> List<T> orElse(List<T> values, List<T> fallback) {
    return values.isEmpty() ? fallback : values;
  }
}
