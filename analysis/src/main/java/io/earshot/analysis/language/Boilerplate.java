package io.earshot.analysis.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in a message but nobody said: masks, order cards, addresses of pages. */
public final class Boilerplate {
  /** Chat systems paste the order a customer clicked on as "name: value" fields. */
  private static final String ORDER_CARD =
      "(?:咨询)?(?:订单(?:编号|号|金额)?|下单时间|商品编号|商家ID|运单号)\\s*+[:：]\\s*+;?\\s*+"
          + "(?:\\[[^\\[\\]\\n]{1,20}+]|[\\w.:/-]{1,40}+)?";

  private static final String MASK =
      "\\[[^\\[\\]\\n]{1,20}]|<[A-Z_]{2,30}+>|\\{\\{[^{}\\n]{1,40}}}";
  private static final String PAGE = "https?://[^\\s\\p{IsHan}]++|www\\.[^\\s\\p{IsHan}]++";
  private static final Pattern STRIPPED = Pattern.compile(ORDER_CARD + "|" + MASK + "|" + PAGE);

  private Boilerplate() {}

  /** The same text with spaces in place of boilerplate: same length, same offsets. */
  public static String blanked(String text) {
    Matcher matcher = STRIPPED.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    StringBuilder blanked = new StringBuilder(text);
    do {
      for (int i = matcher.start(); i < matcher.end(); i++) {
        blanked.setCharAt(i, ' ');
      }
    } while (matcher.find());
    return blanked.toString();
  }
}
