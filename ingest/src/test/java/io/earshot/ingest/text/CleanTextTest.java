package io.earshot.ingest.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Text that is right stays as it is, however it is put together; and what is damaged comes back.
 */
class CleanTextTest {
  private static final int TRIES = 2_000;
  private static final Charset GB2312 = Charset.forName("GB2312");

  private static final List<String> CHINESE =
      List.of(
          "我",
          "的",
          "手机",
          "(phone)",
          "会员",
          "(VIP)",
          "支付宝",
          "(Alipay)",
          "（iPhone 15）",
          "坏了",
          "，",
          "。",
          "？",
          "请问",
          "什么时候",
          "能",
          "退款",
          "！",
          "订单",
          " 12345 ",
          "咖啡(café)",
          "菜单(menü)",
          "酒店（Hôtel）",
          "“你好”",
          "——",
          "……",
          "手機",
          "體驗",
          "很好",
          "①",
          "㎡",
          "《说明书》",
          "A/B",
          "AT&T",
          "<名字>",
          "1 < 2",
          "服务(OK)",
          "涓涓",
          "浣溪沙",
          "鎮江");
  private static final List<String> WESTERN =
      List.of(
          "café",
          "déjà",
          "été",
          "«",
          "»",
          "voilà",
          "à",
          "Größe",
          "Straße",
          "für",
          "über",
          "naïve",
          "señor",
          "¿Dónde?",
          "¡Ya!",
          "não",
          "É",
          "SÃO",
          "PAULO",
          "Ã",
          "Â",
          "L’Oréal",
          "“so”",
          "–",
          "5 €",
          "£3",
          "½",
          "×",
          "10 °C",
          "R&D",
          "a < b",
          "it's",
          "(é)",
          "œuvre",
          "coöperation",
          "Åsa",
          "ø",
          "žluťoučký",
          "gęślą",
          "Ελλάδα",
          "привет",
          "Ðe");
  private static final List<String> JAPANESE =
      List.of(
          "お世話に", "なって", "おります", "。", "、", "カード", "番号", "は", "（サポート）", "(笑)", "返品", "したい", "です",
          "！", "ー", "「はい」", "東京都", "123", "メール");

  private static String sentence(List<String> words, String between, Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = 1 + random.nextInt(14); n > 0; n--) {
      text.append(words.get(random.nextInt(words.size()))).append(n > 1 ? between : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void staysAsItIs(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      untouched(sentence(CHINESE, "", random));
      untouched(sentence(WESTERN, " ", random));
      untouched(sentence(JAPANESE, "", random));
    }
  }

  /** Any characters side by side, those of which two bytes look like UTF-8 among them. */
  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void anyCharactersStay(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes = new byte[2 * (1 + random.nextInt(20))];
      for (int at = 0; at < bytes.length; at += 2) {
        bytes[at] = (byte) (0xb0 + random.nextInt(0xd7 - 0xb0));
        bytes[at + 1] = (byte) (0xa1 + random.nextInt(0xfe - 0xa1));
      }
      untouched(new String(bytes, GB2312));
    }
  }

  private static void untouched(String text) {
    RepairReport report = new RepairReport();
    assertThat(TextRepair.repair(text, report)).isEqualTo(text.strip());
    assertThat(report.total()).as(text).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void comesBackFromAWrongCharset(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String meant = sentence(CHINESE, "", random).strip();
      String wrong = new String(meant.getBytes(UTF_8), ISO_8859_1);
      assertThat(TextRepair.repair(wrong, new RepairReport())).isEqualTo(meant);
    }
  }

  /** What many systems make of the space that does not break. */
  @ParameterizedTest
  @ValueSource(strings = {"你好，请问", "你好", "订单样品没到", "有空打给我", "我要退款，谢谢你"})
  void comesBackThoughSpacesBecamePlain(String meant) {
    String wrong =
        new String(meant.getBytes(UTF_8), Charset.forName("windows-1252")).replace('\u00a0', ' ');
    RepairReport report = new RepairReport();

    if (wrong.indexOf('\uFFFD') < 0) {
      assertThat(TextRepair.repair(wrong, report)).isEqualTo(meant);
      assertThat(report.of(Repair.MOJIBAKE)).isPositive();
    }
  }
}
