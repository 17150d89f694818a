package io.earshot.analysis.redaction.contact;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds Chinese postal addresses. An address is a stretch without punctuation in which parts follow
 * each other from the large to the small; which parts there are decides whether it is somebody's
 * address or only a place.
 */
public final class ChineseAddresses implements Detector {
  private static final String N = "[0-9a-z一二三四五六七八九十百零〇两幺-]{1,8}";

  private static final Pattern STRETCH = Pattern.compile("[\\p{IsHan}0-9a-z# -]{4,80}+");
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:收货地址|收件地址|家庭地址|住址|地址|家)(?:就?是|改成|改为|改到|换成|写的?是?|在)?|(?:住在?|送到|寄到|发到|寄往|寄回|位于|改成|改到|改为|换成|换到|送去|寄给|发往|在|到|是|我们?|取件)");
  private static final Pattern REGION =
      Pattern.compile("(?:省|自治区|特别行政区|[^都城超夜上菜股门]市(?!场|面|民|值)|[^地小片社]区(?!别|分|块|间|域)|县|镇|乡|街道)");
  private static final Pattern PROVINCE =
      Pattern.compile(
          "(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)");
  private static final Pattern ROAD_NUMBER =
      Pattern.compile(
          "\\p{IsHan}{1,8}?(路|大街|街|大道|道|巷|弄|胡同|里)(?:[东南西北中]段?)?\\s?" + N + "\\s?(?:号院?|弄|巷)(?!线)");
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?:小区|花园|花苑|嘉园|家园|[^学医]苑|新村|公寓|大厦|广场|[^商]城|[^校]园|村|府|湾|庭|邸|社区|宿舍|工业区|产业园|科技园)");
  private static final Pattern BUILDING =
      Pattern.compile(
          N
              + "\\s?(?:栋|幢|号楼|座|单元|室|号(?:门|院)|组|户)(?!机|谷)(?:\\s?\\d{2,5}(?!\\d)室?)?|"
              + N
              + "\\s?(?:楼|层)"
              + N
              + "室?");

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    String lower = passage.lower();
    if (!mayHold(lower)) {
      return findings;
    }
    Matcher stretch = STRETCH.matcher(lower);
    while (stretch.find()) {
      read(lower, stretch.start(), stretch.end()).ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean mayHold(String lower) {
    return lower.chars().anyMatch(c -> "号室栋幢弄座村路街镇".indexOf(c) >= 0);
  }

  private static Optional<Disclosure> read(String text, int from, int to) {
    Parts parts = Parts.of(text, from, to);
    Optional<Double> confidence = parts.confidence();
    if (confidence.isEmpty()) {
      return Optional.empty();
    }
    int start = start(text, from, parts.first());
    return start >= parts.last()
        ? Optional.empty()
        : Optional.of(Disclosure.of(DataKind.ADDRESS, start, parts.last(), confidence.get()));
  }

  /** Behind the last word that introduces an address, before its first part. */
  private static int start(String text, int from, int first) {
    Matcher introduction = INTRODUCTION.matcher(text).region(from, Math.max(from, first));
    int start = from;
    while (introduction.find()) {
      start = introduction.end();
    }
    Matcher province = PROVINCE.matcher(text).region(start, Math.max(start, first));
    int known = province.find() ? province.start() : Math.max(start, first - 8);
    while (known < first && text.charAt(known) == ' ') {
      known++;
    }
    return known;
  }

  /**
   * What a stretch holds.
   *
   * @param first where the first part's mark stands
   * @param last behind the last part's mark
   */
  private record Parts(
      int regions,
      boolean province,
      boolean roadNumber,
      boolean compound,
      boolean building,
      int first,
      int last) {

    static Parts of(String text, int from, int to) {
      int[] bounds = {Integer.MAX_VALUE, -1};
      int regions = count(REGION, text, from, to, bounds);
      boolean province = count(PROVINCE, text, from, to, new int[] {0, 0}) > 0;
      boolean road = count(ROAD_NUMBER, text, from, to, bounds) > 0;
      int[] tail = bounds.clone();
      boolean compound = count(COMPOUND, text, from, to, tail) > 0;
      boolean building = count(BUILDING, text, from, to, tail) > 0;
      int[] used = building || (compound && regions > 1) ? tail : bounds;
      return new Parts(regions, province, road, compound, building, used[0], used[1]);
    }

    private static int count(Pattern pattern, String text, int from, int to, int[] bounds) {
      Matcher matcher = pattern.matcher(text).region(from, to);
      int count = 0;
      while (matcher.find()) {
        bounds[0] = Math.min(bounds[0], matcher.start(Math.min(1, matcher.groupCount())));
        bounds[1] = Math.max(bounds[1], matcher.end());
        count++;
      }
      return count;
    }

    Optional<Double> confidence() {
      if (roadNumber) {
        return Optional.of(0.9);
      }
      if (building && (compound || regions > 0)) {
        return Optional.of(0.8);
      }
      boolean deep = regions >= 3 || (regions >= 2 && (compound || province));
      return deep ? Optional.of(0.6) : Optional.empty();
    }
  }
}
