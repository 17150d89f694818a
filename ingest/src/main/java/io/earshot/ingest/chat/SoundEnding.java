package io.earshot.ingest.chat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ending that a recording's file is to have, by its media type and by what it was called. */
public final class SoundEnding {
  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("audio/wav", "wav"),
          Map.entry("audio/x-wav", "wav"),
          Map.entry("audio/wave", "wav"),
          Map.entry("audio/vnd.wave", "wav"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/mp3", "mp3"),
          Map.entry("audio/x-mp3", "mp3"),
          Map.entry("audio/ogg", "ogg"),
          Map.entry("audio/opus", "opus"),
          Map.entry("audio/webm", "webm"),
          Map.entry("audio/flac", "flac"),
          Map.entry("audio/mp4", "m4a"),
          Map.entry("audio/x-m4a", "m4a"),
          Map.entry("audio/x-mp4", "m4a"),
          Map.entry("audio/aac", "aac"),
          Map.entry("audio/amr", "amr"),
          Map.entry("video/mp4", "mp4"),
          Map.entry("video/x-mp4", "mp4"),
          Map.entry("video/ogg", "ogg"),
          Map.entry("video/webm", "webm"));

  /** Endings of files that are sound although their media type does not say so. */
  private static final Set<String> SOUND =
      Set.of(
          "wav", "mp3", "ogg", "opus", "webm", "flac", "m4a", "aac", "amr", "wma", "gsm", "au",
          "3gp", "mp4", "awb", "oga", "spx", "aif", "aiff", "ulaw", "alaw", "sln");

  private SoundEnding() {}

  /** Of what is known to be a recording: by its type, else by its name, else {@code wav}. */
  public static String of(String type, String name) {
    return Optional.ofNullable(BY_TYPE.get(plain(type))).or(() -> ofName(name)).orElse("wav");
  }

  /** Of what may be a recording; empty when neither its type nor its name says that it is one. */
  public static Optional<String> ofSound(String type, String name) {
    boolean sounds =
        BY_TYPE.containsKey(plain(type))
            || plain(type).startsWith("audio/")
            || (plain(type).startsWith("application/")
                && ofName(name).filter(SOUND::contains).isPresent());
    return sounds ? Optional.of(of(type, name)) : Optional.empty();
  }

  private static String plain(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<String> ofName(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.of(ending).filter(one -> name.contains(".") && one.matches("[a-z0-9]{1,8}"));
  }
}
