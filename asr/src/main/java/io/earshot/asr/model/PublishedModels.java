package io.earshot.asr.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The list of models that their makers publish: an array of objects with {@code name, lang,
 * lang_text, md5, size, type, url, obsolete}. It comes from outside: entries that can't be meant
 * are left out.
 */
public record PublishedModels(List<PublishedModel> all) {
  /** More than any list has; larger ones are refused. */
  public static final int MOST_BYTES = 4 << 20;

  private static final int MOST_MODELS = 5_000;
  private static final int DEEPEST = 8;
  private static final int LONGEST_TEXT = 80;
  private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");
  // Others, such as voices for synthesis, are no use here.
  private static final List<String> SPEECH = List.of("small", "big", "big-lgraph");
  private static final String SPEAKERS = "spk";
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
              .build());

  public PublishedModels {
    all = List.copyOf(all);
  }

  /**
   * Reads a list.
   *
   * @param from where it came from, for messages
   * @throws EarshotException of kind UNAVAILABLE when it is none
   */
  public static PublishedModels parse(byte[] json, String from) {
    try {
      JsonNode list = JSON.readTree(json);
      if (!list.isArray() || list.size() > MOST_MODELS) {
        throw noList(from, null);
      }
      List<PublishedModel> models = new ArrayList<>();
      list.forEach(entry -> model(entry).ifPresent(models::add));
      models.sort(
          Comparator.comparing(PublishedModel::language).thenComparing(PublishedModel::name));
      return new PublishedModels(models);
    } catch (IOException e) {
      throw noList(from, e);
    }
  }

  private static EarshotException noList(String from, IOException cause) {
    return EarshotException.unavailable(
        "%s is no list of published models: correct models.list in the settings".formatted(from),
        cause);
  }

  /**
   * The model of a name.
   *
   * @throws EarshotException of kind MISCONFIGURED when the list has none
   */
  public PublishedModel named(String name) {
    return all.stream()
        .filter(model -> model.name().equals(ModelName.require(name)))
        .findFirst()
        .orElseThrow(
            () ->
                EarshotException.misconfigured(
                    "No published model is named '%s': see 'earshot models list --available', or name a zip or an address"
                        .formatted(name)));
  }

  private static Optional<PublishedModel> model(JsonNode entry) {
    String name = entry.path("name").asText();
    String type = entry.path("type").asText();
    boolean speaker = type.equals(SPEAKERS);
    String language = entry.path("lang").asText();
    Optional<URI> address = address(entry.path("url").asText());
    if (!ModelName.isPlain(name)
        || address.isEmpty()
        || !speaker && (!SPEECH.contains(type) || !LANGUAGE.matcher(language).matches())) {
      return Optional.empty();
    }
    return Optional.of(
        new PublishedModel(
            name,
            speaker ? ModelKind.SPEAKER : ModelKind.SPEECH,
            speaker ? "" : ModelLanguage.of(language),
            shown(entry.path("lang_text").asText()),
            Math.max(0, entry.path("size").asLong()),
            type,
            address.get(),
            Optional.of(entry.path("md5").asText().toLowerCase(Locale.ROOT))
                .filter(md5 -> MD5.matcher(md5).matches()),
            entry.path("obsolete").asText().equalsIgnoreCase("true")));
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      boolean web = List.of("http", "https").contains(String.valueOf(address.getScheme()));
      return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String shown(String text) {
    String plain = UNPRINTABLE.matcher(text).replaceAll("");
    return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
  }
}
