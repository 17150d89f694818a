package io.earshot.ingest;

import io.earshot.config.Section;
import io.earshot.conversation.Speaker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How sources are read.
 *
 * @param fileNames what names of files tell, each pattern asked in turn ({@code file_names})
 * @param timeZone of times without one ({@code time_zone}, the machine's by default)
 * @param tracks who is heard on the tracks of a recording with several; empty to decide from what
 *     is said ({@code tracks})
 * @param language of what is said; empty when not known ({@code language})
 * @param pairEndings how the two files of one call are named ({@code pair_endings})
 * @param pairWait how old one file of a pair must be to be taken without the other ({@code
 *     pair_wait}, 10s)
 * @param settle how long a file must not have changed ({@code settle}, 2s)
 * @param maxRecordingBytes largest recording ({@code max_recording}, 8GB)
 * @param maxTableBytes largest table of chats ({@code max_table}, 64GB); tables are streamed
 * @param maxConversationCharacters longest written conversation, in characters ({@code
 *     max_conversation}, 16MB)
 * @param mapping of the columns of tables that have none of their own ({@code mapping})
 */
public record IngestSettings(
    List<FileNamePattern> fileNames,
    ZoneId timeZone,
    List<Speaker> tracks,
    String language,
    PairEndings pairEndings,
    Duration pairWait,
    Duration settle,
    long maxRecordingBytes,
    long maxTableBytes,
    int maxConversationCharacters,
    Optional<Path> mapping) {

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

  public IngestSettings {
    fileNames = List.copyOf(fileNames);
    tracks = List.copyOf(tracks);
  }

  /**
   * Endings of the names, before the dot, by which two files are one call.
   *
   * @param agent endings of the agent's file
   * @param customer endings of the customer's file
   */
  public record PairEndings(List<String> agent, List<String> customer) {
    public PairEndings {
      agent = List.copyOf(agent);
      customer = List.copyOf(customer);
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
        section.text("language", ""),
        new PairEndings(
            endings.texts("agent", AGENT_ENDINGS), endings.texts("customer", CUSTOMER_ENDINGS)),
        section.duration("pair_wait", Duration.ofSeconds(10)),
        section.duration("settle", Duration.ofSeconds(2)),
        section.bytes("max_recording", 8L << 30),
        section.bytes("max_table", 64L << 30),
        (int) Math.min(section.bytes("max_conversation", 16L << 20), Integer.MAX_VALUE >> 1),
        section.path("mapping"));
  }

  /** The same with other waits, for a source that knows when its files are complete. */
  public IngestSettings withWaits(Duration otherSettle, Duration otherPairWait) {
    return new IngestSettings(
        fileNames,
        timeZone,
        tracks,
        language,
        pairEndings,
        otherPairWait,
        otherSettle,
        maxRecordingBytes,
        maxTableBytes,
        maxConversationCharacters,
        mapping);
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

  private static Optional<Speaker> role(String code) {
    return Arrays.stream(Speaker.values()).filter(one -> one.code().equals(code)).findFirst();
  }

  private static <T> List<T> orElse(List<T> values, List<T> fallback) {
    return values.isEmpty() ? fallback : values;
  }
}
