package io.earshot.analysis.redaction;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.number.WrittenNumbers;
import io.earshot.config.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is looked for and what is put in its place.
 *
 * @param leastConfidence from which on a finding counts
 * @param regions whose national phone numbers are looked for, ISO 3166 codes
 * @param maskedAttributes facts about the conversation whose values are masked
 * @param masks by type, of the types that are on
 * @param context words that announce each kind
 * @param own the operator's own types
 */
record RedactionSettings(
    double leastConfidence,
    List<String> regions,
    Set<String> maskedAttributes,
    Map<String, String> masks,
    Map<DataKind, List<String>> context,
    List<OwnType> own) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,39}");

  /** In brackets, so that no mask is taken for something said, and masks are found again. */
  private static final Pattern MASK = Pattern.compile("\\[[^\\[\\]\\s\\d]{1,30}]");

  static RedactionSettings load(Path file) {
    Section section = Section.load(file);
    RedactionSettings settings = from(section);
    section.verify();
    return settings;
  }

  static RedactionSettings from(Section section) {
    Map<String, String> masks = new LinkedHashMap<>();
    Map<DataKind, List<String>> context = new EnumMap<>(DataKind.class);
    Section types = section.section("types");
    for (DataKind kind : DataKind.values()) {
      readKind(types.section(kind.code()), kind, masks, context);
    }
    List<OwnType> own = new ArrayList<>();
    section.sections("own_types").forEach(type -> readOwn(type, masks).ifPresent(own::add));
    return new RedactionSettings(
        section.number("least_confidence", 0.5, 0, 1),
        regions(section),
        new HashSet<>(section.texts("mask_attributes")),
        masks,
        context,
        own);
  }

  private static List<String> regions(Section section) {
    List<String> regions = section.texts("phone_regions");
    for (String region : regions) {
      if (!WrittenNumbers.knowsRegion(region)) {
        section.problem("phone_regions", "holds '%s', which is no ISO 3166 code".formatted(region));
      }
    }
    return regions;
  }

  private static void readKind(
      Section section,
      DataKind kind,
      Map<String, String> masks,
      Map<DataKind, List<String>> context) {
    boolean on = section.flag("on", kind != DataKind.ORDER_NUMBER);
    String mask = mask(section, kind.code());
    if (on) {
      masks.put(kind.code(), mask);
    }
    // Words of a type that is off still tell that a number is nothing else.
    context.put(kind, section.texts("context"));
  }

  private static String mask(Section section, String type) {
    String mask = section.text("mask", "[" + type.toUpperCase(Locale.ROOT) + "]");
    if (!MASK.matcher(mask).matches()) {
      section.problem("mask", "must be a word in square brackets without blanks and digits");
    }
    return mask;
  }

  private static Optional<OwnType> readOwn(Section section, Map<String, String> masks) {
    String name = section.required("name");
    if (!NAME.matcher(name).matches()) {
      section.problem("name", "must be snake_case: lower case letters, digits and _");
    } else if (DataKind.ofCode(name).isPresent() || masks.containsKey(name)) {
      section.problem("name", "is taken: '%s'".formatted(name));
    }
    boolean on = section.flag("on", true);
    String mask = mask(section, name);
    List<String> context = section.texts("context");
    double confidence = section.number("confidence", 0.8, 0, 1);
    Optional<Pattern> pattern = pattern(section);
    if (!on || pattern.isEmpty()) {
      return Optional.empty();
    }
    masks.put(name, mask);
    return pattern.map(form -> OwnType.of(name, form, context, confidence));
  }

  private static Optional<Pattern> pattern(Section section) {
    String pattern = section.required("pattern");
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      section.problem("pattern", "is no regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }
}
