package io.earshot.routes.cli;

import io.earshot.asr.sound.AudioInfo;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.Prospect;
import io.earshot.ingest.facts.Fact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an item would become, with what its sound is.
 *
 * @param sound of each file that could be examined
 * @param troubles of the prospect and of its sound
 */
record TriedItem(Prospect prospect, List<AudioInfo> sound, List<String> troubles) {

  /** An item as scripts read it. */
  record Line(
      String source,
      String becomes,
      List<String> files,
      String format,
      int channels,
      int sampleRate,
      long durationMs,
      int conversations,
      boolean counted,
      List<String> roles,
      String rolesFrom,
      List<FactLine> facts,
      List<String> beside,
      List<String> troubles) {}

  /** One fact as scripts read it. */
  record FactLine(String name, String value, String from) {}

  /** A file that is not taken, as scripts read it. */
  record SkippedLine(String file, String skipped) {}

  /** Whether anything would come of it but an entry in quarantine. */
  boolean isUsable() {
    return prospect.recording()
        ? sound.size() == prospect.item().files().size()
        : prospect.conversations() > 0;
  }

  private String becomes() {
    return isUsable() ? prospect.channel().code() : "quarantine";
  }

  private String format() {
    return prospect.recording()
        ? sound.stream().map(AudioInfo::codec).distinct().collect(Collectors.joining(", "))
        : prospect.format();
  }

  Line line() {
    return new Line(
        prospect.item().name(),
        becomes(),
        names(prospect.item().files()),
        format(),
        sound.stream().mapToInt(AudioInfo::channels).sum(),
        sound.stream().mapToInt(AudioInfo::sampleRate).max().orElse(0),
        sound.stream().mapToLong(AudioInfo::durationMs).max().orElse(0),
        isUsable() ? prospect.conversations() : 0,
        prospect.counted(),
        prospect.roles().stream().map(Speaker::code).toList(),
        prospect.rolesFrom(),
        prospect.facts().stream()
            .map(fact -> new FactLine(fact.name(), fact.value(), fact.origin()))
            .toList(),
        names(prospect.beside()),
        troubles);
  }

  /** The same for people. */
  List<String> text() {
    List<String> lines = new ArrayList<>();
    lines.add("%s: %s%s".formatted(prospect.item().name(), becomes(), detail()));
    if (prospect.item().files().size() > 1) {
      lines.add("  of         " + String.join(" and ", names(prospect.item().files())));
    }
    if (!prospect.roles().isEmpty()) {
      String roles = prospect.roles().stream().map(Speaker::code).collect(Collectors.joining(", "));
      lines.add("  tracks     %s (%s)".formatted(roles, prospect.rolesFrom()));
    }
    for (Fact fact : prospect.facts()) {
      lines.add("  %-10s %s (%s)".formatted(fact.name(), oneLine(fact.value()), fact.origin()));
    }
    if (!prospect.beside().isEmpty()) {
      lines.add("  beside     " + String.join(", ", names(prospect.beside())));
    }
    troubles.forEach(trouble -> lines.add("  trouble    " + oneLine(trouble)));
    return lines;
  }

  private String detail() {
    if (!sound.isEmpty()) {
      AudioInfo first = sound.get(0);
      int channels = sound.stream().mapToInt(AudioInfo::channels).sum();
      String length = first.durationMs() == 0 ? "" : ", " + Durations.clock(first.durationMs());
      return ", %s, %d Hz, %d channel%s%s"
          .formatted(format(), first.sampleRate(), channels, channels == 1 ? "" : "s", length);
    }
    String format = prospect.format().isEmpty() ? "" : ", " + prospect.format();
    boolean many = prospect.conversations() > 1;
    return format
        + (many
            ? ", %d%s conversations"
                .formatted(prospect.conversations(), prospect.counted() ? "" : " and more")
            : "");
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(TriedItem::plain).toList();
  }

  /** A path that can't fake a line. */
  static String plain(Path file) {
    return oneLine(file.toString());
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "\uFFFD");
  }
}
