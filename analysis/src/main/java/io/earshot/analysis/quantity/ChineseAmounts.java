package io.earshot.analysis.quantity;

import static io.earshot.analysis.quantity.Rule.NUMBER;
import static io.earshot.analysis.quantity.SharedRules.plain;
import static io.earshot.analysis.quantity.SharedRules.range;

import io.earshot.analysis.quantity.Lengths.Unit;
import io.earshot.analysis.quantity.Rule.Found;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** Chinese durations, money, percentages, ordinals and counted things. */
final class ChineseAmounts {
  private static final String SPAN =
      "(" + NUMBER + ")(?:个?\\s?(?:-{1,2}|—{1,2}|–|~{1,2}|到|至)\\s?(" + NUMBER + "))?(?:多|来|余)?";

  /** 同一天, 第三天, 每两天: not lengths of time. */
  private static final String FREE = "(?<![\\d.同第每某那哪这有几])";

  private static final String UNIT =
      "(个?工作日|个?自然日|个?小时|个?钟头|分钟|秒钟|秒|天|日(?=内|之内|以内)|周(?!年|岁|[1-6日天末])|个?星期(?![1-6日天末])|个?礼拜(?![1-6日天末])|个月|年|h(?![a-z])|min(?![a-z]))";
  private static final String CURRENCY = "(块钱?|元钱?|圆|rmb|人民币|美元|美金|刀|欧元?|英镑|镑|日元|港币|港元|台币|澳元|加元)";

  /** 块 also counts things that come in pieces. */
  private static final String PIECE = "(?!屏|硬盘|主?板|电池|手?表|砖|肉|地|布|玻璃|内存|显卡|蛋糕|儿|去|来了)";

  private static final String THINGS =
      "(个|件|台|部|张|份|只|条|双|套|箱|盒|瓶|包|袋|本|支|次|遍|回|单|笔|米|厘米|公分|公里|公斤|斤|千克|克|升|毫升|寸|英寸|人|位|户|兆|块|kg|gb|g|mb|m|ml|cm|mm|km|l)";
  private static final String ARTICLES = "个件台部张份只条双套箱盒瓶包袋本支次遍回单笔人位户块";
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("美元", "USD"),
          Map.entry("美金", "USD"),
          Map.entry("刀", "USD"),
          Map.entry("欧", "EUR"),
          Map.entry("欧元", "EUR"),
          Map.entry("英镑", "GBP"),
          Map.entry("镑", "GBP"),
          Map.entry("日元", "JPY"),
          Map.entry("港币", "HKD"),
          Map.entry("港元", "HKD"),
          Map.entry("台币", "TWD"),
          Map.entry("澳元", "AUD"),
          Map.entry("加元", "CAD"));

  static final List<Rule> DURATIONS =
      List.of(
          Rule.of(
              FREE + "(" + SPAN + UNIT + ")(?:以前|之前|前)(?!面|台|者)",
              (m, today) -> shifted(m, today, -1)),
          Rule.of(
              FREE + "(" + SPAN + UNIT + "(?:以后|之后|过后|后))(?!面|台)",
              (m, today) -> shifted(m, today, 1)),
          Rule.of(
              FREE + "((" + NUMBER + ")个半(小时|钟头|月|星期))",
              (m, today) -> found(Lengths.half(Lengths.number(m.group(2))), m.group(3))),
          Rule.of(
              FREE + "((" + NUMBER + ")(天|年|小时|分钟|周)半)",
              (m, today) -> found(Lengths.half(Lengths.number(m.group(2))), m.group(3))),
          Rule.of("(?<!大)(半个?(小时|钟头|月|年))", (m, today) -> found(new BigDecimal("0.5"), m.group(2))),
          Rule.of(FREE + "(" + SPAN + "\\s?" + UNIT + ")", ChineseAmounts::length));

  static final List<Rule> MONEY =
      List.of(
          Rule.of(
              "(?<![\\d.第这那哪])("
                  + SPAN
                  + "\\s?"
                  + CURRENCY
                  + "(?:(\\d)(?![\\d个点.])[毛角]?(?:(\\d)分)?)?)"
                  + PIECE,
              ChineseAmounts::money),
          Rule.of(
              "(?<![\\d.])((\\d)[毛角](?:钱|(\\d)分?)?)",
              (m, today) -> {
                String fen = m.group(3) == null ? "" : m.group(3);
                return Found.of(QuantityKind.AMOUNT, plain("0." + m.group(2) + fen), "CNY");
              }),
          Rule.of(
              "(百分之(" + NUMBER + "|百)(?:点(\\d))?)",
              (m, today) ->
                  Found.of(
                      QuantityKind.PERCENT, m.group(2).equals("百") ? "100" : plain(m.group(2)))),
          Rule.of(
              "(?<![\\d.])((" + NUMBER + ")个百分点)",
              (m, today) -> Found.of(QuantityKind.PERCENT, plain(m.group(2)))));

  static final List<Rule> THINGS_COUNTED =
      List.of(
          Rule.of(
              "(第(\\d{1,6}))(?![\\d.]|方)",
              (m, today) -> Found.of(QuantityKind.ORDINAL, plain(m.group(2)))),
          Rule.of(
              "(?<![\\w.第每某这那哪:：])(" + SPAN + "\\s?" + THINGS + ")(?![a-z]|体户|别|人|性|服务|政策)",
              ChineseAmounts::things));

  private ChineseAmounts() {}

  private static Unit unit(String word) {
    String bare = word.startsWith("个") && word.length() > 1 ? word.substring(1) : word;
    return switch (bare) {
      case "秒", "秒钟" -> Unit.SECOND;
      case "分钟", "min" -> Unit.MINUTE;
      case "小时", "钟头", "h" -> Unit.HOUR;
      case "周", "星期", "礼拜" -> Unit.WEEK;
      case "月" -> Unit.MONTH;
      case "年" -> Unit.YEAR;
      default -> Unit.DAY;
    };
  }

  private static boolean isYear(String digits, String unit) {
    return unit.equals("年") && digits.length() == 4;
  }

  private static Optional<Found> length(Matcher match, LocalDate today) {
    String unit = match.group(4);
    if (isYear(match.group(2), unit)) {
      return Optional.empty();
    }
    String business = unit.endsWith("工作日") ? "business_day" : "";
    String iso = Lengths.iso(match.group(2), match.group(3), unit(unit));
    return Found.of(QuantityKind.DURATION, iso, business);
  }

  private static Optional<Found> shifted(Matcher match, LocalDate today, int sign) {
    boolean range = match.group(3) != null;
    if (range || isYear(match.group(2), match.group(4))) {
      return Optional.empty();
    }
    return Found.date(Lengths.shifted(today, match.group(2), unit(match.group(4)), sign));
  }

  private static Optional<Found> found(BigDecimal count, String word) {
    return Found.of(QuantityKind.DURATION, Lengths.iso(count, unit(word)));
  }

  private static Optional<Found> money(Matcher match, LocalDate today) {
    String word = match.group(4);
    String value = range(match.group(2), match.group(3));
    // 一块 is "together" and a piece of anything.
    if (word.equals("块") && value.equals("1") && match.group(5) == null) {
      return Optional.empty();
    }
    String currency = CURRENCIES.getOrDefault(word, "CNY");
    if (match.group(5) != null && match.group(3) == null) {
      String parts = "0." + match.group(5) + (match.group(6) == null ? "" : match.group(6));
      BigDecimal sum = Lengths.number(match.group(2)).add(new BigDecimal(parts));
      return Found.of(QuantityKind.AMOUNT, Numeral.plain(sum), currency);
    }
    return Found.of(QuantityKind.AMOUNT, value, currency);
  }

  /** 一个, 一次, 一张 mostly say "a". */
  private static Optional<Found> things(Matcher match, LocalDate today) {
    String value = range(match.group(2), match.group(3));
    boolean article = value.equals("1") && ARTICLES.contains(match.group(4));
    return article ? Optional.empty() : Found.of(QuantityKind.QUANTITY, value, match.group(4));
  }
}
