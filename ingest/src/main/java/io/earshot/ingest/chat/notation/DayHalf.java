package io.earshot.ingest.chat.notation;

import java.util.regex.Pattern;

/**
 * The words that tell which half of the day a clock of twelve hours means, in the languages whose
 * telephones write them. The words are those of CLDR, the data behind the formats of dates.
 */
public final class DayHalf {
  private static final String SPACE = "[\\s\\u00a0\\u202f]?";

  private static final String LATER =
      "下午|午後|晚上|傍晚|오후|p\\.?"
          + SPACE
          + "m\\.?|μ\\.?μ\\.?|م|ب\\.ظ\\.?|بعدازظهر|بعد دوپہر|अपराह्न|म\\.उ\\.?|অপরাহ্ণ|பிற்பகல்|หลังเที่ยง|ល្ងាច"
          + "|öS|ptg|ch|chiều|nachm\\.|nm\\.?|em|ip\\.|du\\.?|odp\\.|сл\\.об\\.|אחה״צ|md|e pasdites";
  private static final String EARLIER =
      "上午|午前|早上|清晨|凌晨|오전|a\\.?"
          + SPACE
          + "m\\.?|π\\.?μ\\.?|ص|ق\\.ظ\\.?|قبل‌ازظهر|قبل دوپہر|पूर्वाह्न|म\\.पू\\.?|পূর্বাহ্ণ|முற்பகல்|ก่อนเที่ยง|ព្រឹក"
          + "|öö|pg|sa|sáng|vorm\\.|vm\\.?|fm|ap\\.|de\\.?|dop\\.|пр\\.об\\.|לפנה״צ|pd|e paradites";

  /** From 12 to 1 in Chinese, the hours around noon in speech. */
  private static final String NOON = "中午";

  /** Any of them, whatever its case, for use inside larger patterns; has no groups. */
  public static final String PATTERN = "(?iu:" + NOON + "|" + LATER + "|" + EARLIER + ")";

  private static final Pattern AFTERNOON = Pattern.compile("(?iu)" + LATER);

  private DayHalf() {}

  /**
   * The hour of 24 that is meant.
   *
   * @param hour as written
   * @param word that stands with it; empty where there is none
   */
  public static int hour(int hour, String word) {
    if (word.isEmpty() || hour > 12) {
      return hour;
    }
    if (word.equals(NOON)) {
      return hour < 6 ? hour + 12 : hour;
    }
    boolean afternoon = AFTERNOON.matcher(word).matches();
    return hour % 12 + (afternoon ? 12 : 0);
  }
}
