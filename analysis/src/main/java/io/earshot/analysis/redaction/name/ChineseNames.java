package io.earshot.analysis.redaction.name;

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
 * Finds Chinese names: a surname and one or two characters that names are made of, where the
 * segmentation sees no word, between characters that no name goes on with. Introductions and titles
 * make up for what is missing of that.
 */
public final class ChineseNames implements Detector {
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?:我叫|名叫|叫做|本名|名字叫做?|名字是|名字写的?是?|姓名[:是为]?|收件人[是叫:为]?|收货人[是叫:为]?|联系人[是叫:为]?|持卡人[是叫:为]?|户名[是叫:为]?|开户名[是为:]?|机主[是叫:为]?|抬头[是:为]|投保人[是叫:为]?|被保险人[是叫:为]?|乘客[是叫:为]?|我的名字|签收人[是叫:为]?|经办人[是:为]?|落款[是:]?|称呼我|他叫|她叫|孩子叫|老公叫|老婆叫|我姓)[ ,:]?$");
  static final Pattern WEAK =
      Pattern.compile(
          "(?:我是|这里是|您是|你是|写|转给?|老公|老婆|爱人|丈夫|妻子|儿子|女儿|爸爸?|妈妈?|哥哥?|姐姐?|弟弟?|妹妹?|朋友|同事|同学|邻居|师傅|快递员|客服|经理|老板|司机|医生|老师|叫|谢谢|找|是)[ ,:]?$");
  private static final Pattern NAMED_SURNAME =
      Pattern.compile("(?:免贵姓|我姓|姓)(\\p{IsHan})(?!名|氏|什么)");
  static final Pattern TITLE =
      Pattern.compile(
          "^(?:先生|女士|小姐(?!姐)|太太|师傅|老师|经理|主任|医生|大夫|律师|警官|教授|主管|总监?(?![是共计的体算部之在价额觉得有会能要])|阿姨|大爷|叔叔?|大哥|大姐|同学|老板|教练|护士|店长|站长|队长|组长|工程师|专员)");
  private static final Pattern FOREIGN =
      Pattern.compile("\\p{IsHan}{1,6}[·•・]\\p{IsHan}{1,8}(?:[·•・]\\p{IsHan}{1,8})?");

  /** Two characters each: things and brands that look like "小王". */
  private static final String AMBIGUOUS_NICKS =
      "小马小龙小高小毛小江小熊小曹老龙老江小叶小雷小石小金小钱老钱小史小夏小丁老汤小汤小米小蔡小任小林小时小方小章小段小程小成小路小车";

  private static final Pattern NICK = Pattern.compile("[小老]\\p{IsHan}");
  static final String BEFORE_NAME = "是叫找给让和跟由向请问对谢感姓与及、,:;!?.\"( ";
  private static final String AFTER_NAME =
      "的说在收来先女打接电手,。.;:!?、)(\" 吗吧呢啊是和跟给这那就也还您你他她我让去要把已没签下经老师同帮昨今明前买付订送过给刚现之";

  @Override
  public List<Disclosure> find(Passage passage) {
    List<Disclosure> findings = new ArrayList<>();
    String text = passage.lower();
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      return findings;
    }
    Bounds bounds = new Bounds(text);
    for (int at = 0; at < text.length(); at++) {
      Optional<Disclosure> found = at(text, at, bounds);
      if (found.isPresent()) {
        findings.add(found.get());
        at = found.get().end() - 1;
      }
    }
    surnames(text, findings);
    Matcher foreign = FOREIGN.matcher(text);
    while (foreign.find()) {
      findings.add(Disclosure.of(DataKind.PERSON, foreign.start(), foreign.end(), 0.7));
    }
    return findings;
  }

  private static void surnames(String text, List<Disclosure> findings) {
    Matcher named = NAMED_SURNAME.matcher(text);
    while (named.find()) {
      if (ChineseNameLists.isSurname(named.group(1))) {
        findings.add(Disclosure.of(DataKind.PERSON, named.start(1), named.end(1), 0.8));
      }
    }
  }

  private static Optional<Disclosure> at(String text, int at, Bounds bounds) {
    int surname = surname(text, at);
    if (surname == 0) {
      return nick(text, at, bounds);
    }
    String before = text.substring(Math.max(0, at - 8), at);
    boolean introduced = INTRODUCTION.matcher(before).find();
    double best = 0;
    int end = at;
    for (int given = 2; given >= 0; given--) {
      int to = at + surname + given;
      double weight =
          to > text.length() || !isHan(text, at, to)
              ? 0
              : new ChineseWeighing(text, bounds, at, surname, to).weight(introduced);
      if (weight > best) {
        best = weight;
        end = to;
      }
    }
    return best < 0.5
        ? nick(text, at, bounds)
        : Optional.of(Disclosure.of(DataKind.PERSON, at, end, Math.min(0.95, best)));
  }

  /** "小李", "老王", where nothing else can be meant. */
  private static Optional<Disclosure> nick(String text, int at, Bounds bounds) {
    Matcher nick = NICK.matcher(text).region(at, text.length());
    if (!nick.lookingAt() || !ChineseNameLists.isCommonSurname(text.substring(at + 1, at + 2))) {
      return Optional.empty();
    }
    boolean opened =
        at == 0 || BEFORE_NAME.indexOf(text.charAt(at - 1)) >= 0 || text.startsWith("服", at - 1);
    boolean closed = closes(text, at + 2) || TITLE.matcher(text.substring(at + 2)).find();
    boolean common = AMBIGUOUS_NICKS.contains(text.substring(at, at + 2));
    return opened && closed && !common && bounds.starts(at)
        ? Optional.of(Disclosure.of(DataKind.PERSON, at, at + 2, 0.6))
        : Optional.empty();
  }

  private static int surname(String text, int at) {
    if (at + 2 <= text.length() && ChineseNameLists.isCompound(text.substring(at, at + 2))) {
      return 2;
    }
    return ChineseNameLists.isSurname(text.substring(at, at + 1)) ? 1 : 0;
  }

  private static boolean isHan(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(Character::isIdeographic);
  }

  static boolean closes(String text, int at) {
    return at >= text.length()
        || !Character.isIdeographic(text.charAt(at))
        || AFTER_NAME.indexOf(text.charAt(at)) >= 0;
  }
}
