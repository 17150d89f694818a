package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.finding.Lexeme;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The words of numbers in English and Chinese, and those that are heard in place of them. */
final class DigitWords {
  static final Map<String, Integer> UNITS =
      table(
          "zero 0 oh 0 o 0 nil 0 nought 0 naught 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7"
              + " eight 8 nine 9 niner 9 零 0 〇 0 洞 0 一 1 幺 1 壹 1 二 2 两 2 贰 2 三 3 叁 3 四 4 肆 4"
              + " 五 5 伍 5 六 6 陆 6 七 7 拐 7 柒 7 八 8 捌 8 九 9 勾 9 玖 9");

  static final Map<String, Integer> TEENS =
      table(
          "ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17"
              + " eighteen 18 nineteen 19");

  static final Map<String, Integer> TENS =
      table(
          "twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90");

  /** Heard for a digit between digits: English homophones and near ones, Chinese homophones. */
  static final Map<String, Integer> SOUND_ALIKE =
      table(
          "for 4 fore 4 foe 4 to 2 too 2 tu 2 won 1 wan 1 ate 8 hate 8 aid 8 tree 3 free 3 sex 6"
              + " sick 6 sicks 6 fife 5 hive 5 nein 9 mine 9 nigh 9 line 9 owe 0 zeroes 0 heaven 7"
              + " 林 0 灵 0 铃 0 临 0 另 0 要 1 妖 1 腰 1 医 1 衣 1 儿 2 而 2 尔 2 俩 2 山 3 散 3 伞 3 是 4"
              + " 死 4 事 4 市 4 无 5 武 5 午 5 流 6 刘 6 留 6 溜 6 起 7 期 7 气 7 吧 8 把 8 爸 8 就 9 酒 9"
              + " 久 9 旧 9");

  static final Map<String, Integer> TIMES =
      table("double 2 dubble 2 triple 3 treble 3 quadruple 4 两 2 二 2 俩 2 三 3 四 4 五 5 六 6");

  static final Map<String, Integer> CHINESE_POWERS = table("十 10 百 100 千 1000 万 10000 亿 100000000");

  /** What is said between digits without meaning anything. */
  static final Set<String> FILLERS =
      set(
          "uh um er erm ah eh hmm mm mhm and then dash hyphen space okay ok so like it's "
              + "its is that's the next sorry yeah yes right well slash 嗯 呃 啊 哦 额 那 个 然 后 的 接 "
              + "着 再 面 杠 横 空 格 哈 呢 诶 就 是 对 好 , . - / ( ) 、 。 · ; : … _"
              + " "
              + Lexeme.LINE);

  /** What follows a quantity, not a number that belongs to somebody. */
  static final Set<String> MEASURES =
      set(
          "dollars dollar cents bucks pounds pound euros euro percent degrees hours hour "
              + "minutes minute seconds days day weeks week months month years year o'clock am "
              + "pm miles inch inches feet foot times items pieces gigs megabytes megabits "
              + "kilos people million billion thousand hundred 元 块 毛 角 分 天 月 年 日 点 件 单 斤 米 次 份 "
              + "岁 套 台 折 度 % $ ￥ ¥ € £");

  /** Words after which another number begins. */
  static final Set<String> ANNOUNCEMENTS =
      set(
          "expiry expires expiring expiration expire exp code cvv cvc zip extension "
              + "security card phone number order account date through apartment street road "
              + "avenue dot at point plus minus january february march april june july august "
              + "september october november december");

  /** What the other party says while numbers are read out. */
  static final Set<String> ACKNOWLEDGEMENTS =
      set(
          "uh huh mhm mm hmm okay ok yes yeah yep right go ahead got it alright sure "
              + "thanks thank you and then next please continue 嗯 好 的 对 是 哦 您 你 说 继 续 请 啊 行 可 "
              + "以 记 了 , . 。 、 ! ~ -");

  private DigitWords() {}

  private static Set<String> set(String words) {
    return Set.of(words.split(" "));
  }

  private static Map<String, Integer> table(String words) {
    String[] parts = words.split(" ");
    Map<String, Integer> table = new HashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      table.put(parts[i], Integer.valueOf(parts[i + 1]));
    }
    return Map.copyOf(table);
  }
}
