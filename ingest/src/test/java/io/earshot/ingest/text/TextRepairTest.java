package io.earshot.ingest.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRepairTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset GB18030 = Charset.forName("GB18030");

  private final RepairReport report = new RepairReport();

  private String repair(String text) {
    return TextRepair.repair(text, report);
  }

  private static String wrongly(String text, Charset written, Charset read) {
    return new String(text.getBytes(written), read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hello, my order is late.",
        "if a < b & b > c then <name> wins; AT&T; R&D",
        "您好，请问：“有什么”可以帮您？（测试）！～",
        "體驗很好，競爭激烈。",
        "張三 李四 王五，你們好",
        "Crème brûlée à la carte, señor Ångström, GRÖSSE, SÃO PAULO",
        "Привет, как дела?",
        "こんにちは、お世話になります。カード",
        "안녕하세요",
        "👩‍👧 👍🏽 ❤️ 10°C £5 €3 ½",
        "我(wo)不知道(ok)，张(Zhang)先生",
        "银行在左边(左)，A/B(测试)",
        "手机(phone)，会员(VIP)，支付宝(Alipay)，微信（WeChat）",
        "咖啡(café)，酒店(Hôtel)，菜单(menü)，服务(à la carte)",
        "« C’était l’été », dit-il, « voilà »",
      })
  void leavesAloneWhatIsWell(String text) {
    assertThat(repair(text)).isEqualTo(text);
    assertThat(report.total()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "體驗(yàn),體驗",
    "競爭(zhēng)很大,競爭很大",
    "這(zhè)個產(chǎn)品質(zhì)量,這個產品質量",
    "服務（wù）態度,服務態度",
    "應(yīnɡ)該,應該",
    "女(nǚ)士,女士",
    "戰(zhàn)略(lüè),戰略"
  })
  void removesReadings(String dirty, String clean) {
    assertThat(repair(dirty)).isEqualTo(clean);
    assertThat(report.of(Repair.READINGS)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don’t — “really”",
        "é",
        "您好，请问有什么可以帮您？",
        "我的订单 12345 还没到, please help!",
        "Привет, как дела?",
        "naïve café über",
        "ok 👍"
      })
  void undoesUtf8ReadAsWindows(String meant) {
    String once = new String(meant.getBytes(UTF_8), ISO_8859_1);
    String twice = new String(once.getBytes(UTF_8), ISO_8859_1);

    assertThat(repair(once)).isEqualTo(meant);
    assertThat(repair(twice)).isEqualTo(meant);
    assertThat(report.of(Repair.MOJIBAKE)).isPositive();
    String windows = wrongly(meant, UTF_8, WINDOWS);
    if (windows.indexOf('\uFFFD') < 0) {
      assertThat(repair(windows)).isEqualTo(meant);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"您好，请问有什么可以帮您的吗", "我的快递三天了还没有到", "這個產品質量很差，我要退貨", "請問訂單號是多少123"})
  void undoesUtf8ReadAsGbk(String meant) {
    String read = wrongly(meant, UTF_8, GB18030);

    String kept = repair(read).replaceAll("[\\uFFFD?]", "");
    // Bytes that had no character in GBK are lost for good.
    assertThat(kept.length()).isGreaterThanOrEqualTo(meant.length() * 2 / 3);
    assertThat(meant.chars().boxed()).containsAll(kept.chars().boxed().toList());
    assertThat(report.of(Repair.MOJIBAKE)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"您好，请问有什么可以帮您？", "order 12: 我要退货 please"})
  void undoesGbkReadAsWindows(String meant) {
    assertThat(repair(wrongly(meant, GB18030, ISO_8859_1))).isEqualTo(meant);
    assertThat(report.of(Repair.MOJIBAKE)).isPositive();
  }

  @Test
  void readsStrayMarksOfWindows() {
    assertThat(repair("I\u0092m \u0093here\u0094 \u0096 \u008012")).isEqualTo("I’m “here” – €12");
    assertThat(report.of(Repair.MOJIBAKE)).isEqualTo(5);
  }

  @Test
  void takesOutScrapsOfHtml() {
    assertThat(
            repair(
                "<div class=\"m\">Hello<br/>your <b>order</b> &amp; invoice<p>a &lt; b &#20320;&#x597d;&nbsp;!"
                    + "<script>alert('<b>')</script><!-- note --></div>"))
        .isEqualTo("Hello\nyour order & invoice\na < b 你好 !");
    assertThat(report.of(Repair.HTML)).isEqualTo(8);
    assertThat(report.of(Repair.ENTITIES)).isEqualTo(5);
  }

  @Test
  void takesOutEscapedTags() {
    assertThat(repair("您好&lt;br&gt;再见&amp;nbsp;！")).isEqualTo("您好\n再见 ！");
  }

  @Test
  void makesWidthsPlain() {
    assertThat(repair("订单号：ＡＢ－１２３，电话１３８００１３８０００　时间１０：３０"))
        .isEqualTo("订单号：AB-123，电话13800138000 时间10:30");
    assertThat(repair("ｶﾞｽ ⽤户 ofﬁce")).isEqualTo("ガス 用户 office");
    assertThat(report.of(Repair.FORMS)).isEqualTo(2);
  }

  @Test
  void removesWhatNobodySees() {
    assertThat(repair("\u200e138\u200b0013\u200d8000\u00ad\u00a0x\uFEFF\u202F\u0007y\r\nz"))
        .isEqualTo("13800138000 x y\nz");
    assertThat(report.of(Repair.INVISIBLE)).isEqualTo(8);
  }

  @Test
  void closesUpSpacedCharacters() {
    assertThat(repair("您 好 请 问 有 什 么 可 以 帮 您 ABC 12")).isEqualTo("您好请问有什么可以帮您 ABC 12");
    assertThat(report.of(Repair.SPACING)).isEqualTo(10);
  }

  @Test
  void saysWhatItDid() {
    repair("<br>ＡＢ");

    assertThat(report.summary()).isEqualTo("html 1, width 2");
  }

  /** Whatever comes, it ends soon, and a second repair finds nothing that grows. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void survivesNoise(long seed) {
    Random random = new Random(seed);
    String pieces = "<&;#x1f(驗(yàn) Ã©â€™锟斤拷\uFFFD\uD800\u200d👩１：２\r\n</script>";
    for (int i = 0; i < 300; i++) {
      StringBuilder noise = new StringBuilder();
      for (int n = random.nextInt(400); n > 0; n--) {
        boolean piece = random.nextBoolean();
        noise.append(
            piece
                ? pieces.charAt(random.nextInt(pieces.length()))
                : (char) random.nextInt(0x10000));
      }
      assertThat(repair(noise.toString()).length()).isLessThanOrEqualTo(noise.length() * 18);
    }
  }

  @Test
  void staysLinear() {
    for (String piece : new String[] {"<a ", "&", "<!--", "<script>", "驗(", "Ã", "您 ", "&amp;"}) {
      assertThat(repair(piece.repeat(300_000 / piece.length()))).isNotNull();
    }
  }
}
