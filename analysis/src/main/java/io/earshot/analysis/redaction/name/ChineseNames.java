package io.earshot.analysis.redaction.name;

import io.earshot.analysis.language.Token;
import io.earshot.analysis.language.Tokenizer;
import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Detector;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.analysis.redaction.finding.Passage;
import java.util.ArrayList;
import java.util.BitSet;
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
  private static final Pattern WEAK =
      Pattern.compile(
          "(?:我是|这里是|您是|你是|写|转给?|老公|老婆|爱人|丈夫|妻子|儿子|女儿|爸爸?|妈妈?|哥哥?|姐姐?|弟弟?|妹妹?|朋友|同事|同学|邻居|师傅|快递员|客服|经理|老板|司机|医生|老师|叫|谢谢|找|是)[ ,:]?$");
  private static final Pattern NAMED_SURNAME =
      Pattern.compile("(?:免贵姓|我姓|姓)(\\p{IsHan})(?!名|氏|什么)");
  private static final Pattern TITLE =
      Pattern.compile(
          "^(?:先生|女士|小姐(?!姐)|太太|师傅|老师|经理|主任|医生|大夫|律师|警官|教授|主管|总监?(?![是共计的体算部之在价额觉得有会能要])|阿姨|大爷|叔叔?|大哥|大姐|同学|老板|教练|护士|店长|站长|队长|组长|工程师|专员)");
  private static final Pattern FOREIGN =
      Pattern.compile("\\p{IsHan}{1,6}[·•・]\\p{IsHan}{1,8}(?:[·•・]\\p{IsHan}{1,8})?");
  private static final Pattern NICK = Pattern.compile("[小老]\\p{IsHan}");
  private static final String BEFORE_NAME = "是叫找给让和跟由向请问对谢感姓与及、,:;!?.\"( ";
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
              : new Weighing(text, bounds, at, surname, to).weight(introduced);
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
    boolean common =
        "小马小龙小高小毛小江小熊小曹老龙老江小叶小雷小石小金小钱老钱小史小夏小丁老汤小汤小米小蔡小任小林小时小方小章小段小程小成小路小车"
            .contains(text.substring(at, at + 2));
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

  private static boolean closes(String text, int at) {
    return at >= text.length()
        || !Character.isIdeographic(text.charAt(at))
        || AFTER_NAME.indexOf(text.charAt(at)) >= 0;
  }

  /** Where the words of the segmentation begin and end, and which are words of their own. */
  private static final class Bounds {
    private final BitSet starts = new BitSet();
    private final BitSet joints = new BitSet();

    Bounds(String text) {
      for (Token token : Tokenizer.of("zh").tokenize(text)) {
        starts.set(token.start());
        if (token.end() - token.start() > 1) {
          joints.set(token.start() + 1, token.end());
        }
      }
    }

    boolean starts(int at) {
      return !joints.get(at);
    }

    /** How many characters from a place on belong to words with the character before them. */
    int joined(int from, int to) {
      return joints.get(from, to).cardinality();
    }
  }

  /** What speaks for some characters being a name. */
  private record Weighing(String text, Bounds bounds, int start, int surname, int end) {

    double weight(boolean introduced) {
      int given = end - start - surname;
      boolean titled = TITLE.matcher(text.substring(end, Math.min(text.length(), end + 4))).find();
      boolean cut =
          !bounds.starts(start) || (end < text.length() && !bounds.starts(end) && !titled);
      if (given == 0) {
        return titled && opens() && !isPossessed() ? 0.8 : 0;
      }
      if (hasFunction()) {
        return 0;
      }
      double weight = introduced ? 0.5 : 0;
      weight += titled ? 0.35 : 0;
      weight += introducedWeakly() ? 0.15 : 0;
      weight +=
          ChineseNameLists.isCommonSurname(text.substring(start, start + 1)) || surname == 2
              ? 0.2
              : 0;
      weight += givenWeight(given);
      weight += opens() ? 0.1 : 0;
      weight += closes(text, end) ? 0.15 : -0.1;
      weight -= cut ? 0.5 : 0;
      return weight - joinedWeight();
    }

    private double givenWeight(int given) {
      int known = 0;
      for (int i = start + surname; i < end; i++) {
        known += ChineseNameLists.isGiven(text.charAt(i)) ? 1 : 0;
      }
      double share = known / (double) given;
      return (given == 2 ? 0.25 : 0.1) * share - (share == 0 ? 0.1 : 0);
    }

    /** Characters that make a word among themselves are hardly a name. */
    private double joinedWeight() {
      int joined = bounds.joined(start + 1, end);
      return joined == 0 ? 0 : joined == end - start - 1 ? 0.25 : 0.1;
    }

    private boolean opens() {
      return start == 0
          || !Character.isIdeographic(text.charAt(start - 1))
          || BEFORE_NAME.indexOf(text.charAt(start - 1)) >= 0
          || bounds.starts(start);
    }

    /** "我先生", "和先生": whose husband, and nobody's surname. */
    private boolean isPossessed() {
      return "我你您他她的和向从对为都来那但由于时".indexOf(text.charAt(start)) >= 0
          && !ChineseNameLists.isCommonSurname(text.substring(start, start + 1));
    }

    private boolean introducedWeakly() {
      return WEAK.matcher(text.substring(Math.max(0, start - 4), start)).find();
    }

    private boolean hasFunction() {
      for (int i = start + surname; i < end; i++) {
        boolean known = ChineseNameLists.isGiven(text.charAt(i));
        if (ChineseNameLists.isFunction(text.charAt(i)) && !known) {
          return true;
        }
      }
      return false;
    }
  }
}
