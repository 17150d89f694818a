package io.earshot.ingest.text;

import java.util.Locale;

/** A kind of damage that is mended in messages. */
public enum Repair {
  /** Characters decoded with a wrong charset, once or several times over. */
  MOJIBAKE,
  /** Tags between the words. */
  HTML,
  /** Characters written as {@code &amp;}, {@code &#20320;}. */
  ENTITIES,
  /** Control, zero-width and direction characters, and spaces of unusual kinds. */
  INVISIBLE,
  /** Full-width letters, digits and signs, half-width kana. */
  WIDTH,
  /** Ligatures, radicals and letters for show in the place of plain characters. */
  FORMS,
  /** Readings behind characters, such as {@code 驗(yàn)}. */
  READINGS,
  /** A space between all Chinese characters. */
  SPACING;

  /** The name used in reports: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
