package io.earshot.analysis.redaction;

import static io.earshot.analysis.redaction.Redactors.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.redaction.finding.DataKind;
import io.earshot.analysis.redaction.finding.Disclosure;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.Redaction;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private static final Redactor REDACTOR = Redactors.shipped();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay with 4012-8888-8888-1881 exp 12/26 cvv 123 | pay with [CARD] exp [EXPIRY] cvv [CODE]
          it is 4012888888881881 12/26 123               | it is [CARD] [EXPIRY] [CODE]
          卡号6222021234567890128谢谢                      | 卡号[CARD]谢谢
          take it from DE89 3704 0044 0532 0130 00 today | take it from [IBAN] today
          身份证号11010519491231002X                      | 身份证号[ID]
          my ssn is 219-09-9998                          | my ssn is [ID]
          call +44 20 7946 0958 tomorrow                 | call [PHONE] tomorrow
          reach me at (415) 555-0133 x12                 | reach me at [PHONE]
          打13800138000或者010-62345678                   | 打[PHONE]或者[PHONE]
          write to Ida.Meyer@example.co.uk.              | write to [EMAIL].
          邮箱是wang_66@example.cn哦                       | 邮箱是[EMAIL]哦
          see https://example.com/a?b=c for more         | see [URL] for more
          from 192.168.7.20 and 2001:db8::ff00:42:8329   | from [IP] and [IP]
          I live at 12 Acacia Avenue, please             | I live at [ADDRESS], please
          住在浙江省杭州市西湖区文三路123号2栋301室         | 住在[ADDRESS]
          送到阳光小区3栋2单元501                          | 送到[ADDRESS]
          车牌粤B12345                                   | 车牌[PLATE]
          my license plate is 7ABC123                    | my license plate is [PLATE]
          passport number E12345678                      | passport number [PASSPORT]
          my date of birth is 3 May 1984                 | my date of birth is [BIRTH]
          我的生日是1990年3月7日                           | 我的生日是[BIRTH]
          Dear Mr. Okonkwo, it has shipped               | Dear Mr. [NAME], it has shipped
          I am Ingrid Sandberg's sister                  | I am [NAME]'s sister
          收件人:李晓明                                    | 收件人:[NAME]
          张先生您好                                      | [NAME]先生您好
          """)
  void masksWhatIsWritten(String text, String masked) {
    assertThat(masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it is four oh one two uh eight eight eight eight quadruple eight and then one eight eight one | it is [CARD]
          five five five five won too three for five five ate ate nine nine oh oh | [CARD]
          four one one one lemon one one one one one one one one one one one    | [CARD]
          call me at four one five five five five oh one double three            | call me at [PHONE]
          eight hundred five five five twelve thirty four                        | [PHONE]
          手机号是幺三八 零零幺三 八零零零                                           | 手机号是[PHONE]
          幺三八那个零零然后幺三八零零零                                             | [PHONE]
          social security number two one nine oh nine nine nine nine nine        | social security number [ID]
          it's j o h n at gmail dot com                                          | it's [EMAIL]
          m as in mary a as in apple r y at outlook dot com                      | [EMAIL]
          reach peter dot miller at example dot co dot uk                        | reach [EMAIL]
          邮箱是三八八六六二艾特qq点com                                              | 邮箱是[EMAIL]
          go to www dot example dot com                                          | go to [URL]
          i live at one two three main street                                    | i live at [ADDRESS]
          born on may third nineteen eighty four                                 | born on [BIRTH]
          my name is john smith                                                  | my name is [NAME]
          s m i t h is how you spell my name                                     | [NAME] is how you spell my name
          """)
  void masksWhatIsSpoken(String text, String masked) {
    assertThat(masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the total was two thousand three hundred and forty five dollars",
        "i ordered it on the twenty third of may two thousand and seventeen",
        "i have three kids and two dogs and one cat",
        "we waited for one two three four days",
        "iphone 15 pro max 256gb 2024-05-06 12:30",
        "price 1,299.00 and 3 x 45.50",
        "version 1.2.3.4",
        "tracking 1Z999AA10123456784",
        "订单号123456789012",
        "一共三百五十块钱,两千一百八十八元太贵",
        "明天下午三点二十分到,买了2个",
        "it's a two hour drive, five minutes down the road",
        "i will be there in may and i hope for the best",
        "my name is on the account",
        "Which ATM can I use? What ATMs accept my card?",
        "这个和先生没关系,小姐姐你好",
        "高大上 方便 金额 白色 常用 安装 马上",
      })
  void leavesOrdinaryTurnsAlone(String text) {
    assertThat(masked(text)).isEqualTo(text);
  }

  @Test
  void followsANumberOverTurnsAndItsRepetition() {
    Conversation call =
        Redactors.call(
            "a: can i have your card number please",
            "c: sure four zero one two",
            "a: uh huh",
            "c: eight eight eight eight",
            "a: go ahead",
            "c: eight eight eight eight one eight eight one",
            "a: so it ends with one eight eight one",
            "a: and the three digits on the back",
            "c: one two three");
    assertThat(texts(REDACTOR.redact(call).conversation()))
        .containsExactly(
            "can i have your card number please",
            "sure [CARD]",
            "uh huh",
            "[CARD]",
            "go ahead",
            "[CARD]",
            "so it ends with [CARD]",
            "and the three digits on the back",
            "[CODE]");
  }

  @Test
  void joinsNumbersSplitOverMessages() {
    Conversation chat = Redactors.chat("c: 4012 8888", "c: 8888 1881", "a: thanks", "c: 2 boxes");
    assertThat(texts(REDACTOR.redact(chat).conversation()))
        .containsExactly("[CARD]", "[CARD]", "thanks", "2 boxes");
  }

  @Test
  void remembersNames() {
    Conversation chat =
        Redactors.chat(
            "a: May I have your name?", "c: Sibylle Krähenbühl", "a: Bye, Sibylle! Bettina");
    assertThat(texts(REDACTOR.redact(chat).conversation()))
        .containsExactly("May I have your name?", "[NAME]", "Bye, [NAME]! [NAME]");
  }

  @Test
  void makesOneWordOfWhatIsMaskedAndTellsWhenItWasSpoken() {
    Redacted redacted = REDACTOR.redact(Redactors.call("c: my name is john smith okay"));
    Turn turn = redacted.conversation().turns().get(0);
    assertThat(turn.text()).isEqualTo("my name is [NAME] okay");
    assertThat(turn.words())
        .extracting(Word::text)
        .containsExactly("my", "name", "is", "[NAME]", "okay");
    assertThat(turn.words()).allMatch(word -> word.alternatives().isEmpty());
    Redaction redaction = redacted.redactions().get(0);
    assertThat(redaction.type()).isEqualTo("person");
    assertThat(turn.text().substring(redaction.start(), redaction.end())).isEqualTo("[NAME]");
    assertThat(List.of(redaction.startMs(), redaction.endMs())).containsExactly(300L, 500L);
    assertThat(redaction.audioChannel()).isEqualTo(1);
  }

  @Test
  void dropsAlternativesThatTellWhatWasMaskedElsewhere() {
    Redacted redacted =
        REDACTOR.redact(
            Redactors.call("c: phone five five five five five five five five", "c: hive"));
    assertThat(redacted.conversation().turns().get(1).words().get(0).alternatives()).isEmpty();
  }

  @Test
  void tellsPlacesInTheTextAsItWasGiven() {
    List<Disclosure> found = REDACTOR.find("Ｃall ４１５－５５５－０１３３ now", "en");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).is(DataKind.PHONE)).isTrue();
    assertThat(found.get(0).start()).isEqualTo(5);
    assertThat(found.get(0).end()).isEqualTo(17);
  }

  @Test
  void knowsWhatOthersCallItsTypes() {
    assertThat(DataKind.ofLabel("CREDIT_CARD")).contains(DataKind.CARD);
    assertThat(DataKind.ofLabel("NRP")).isEmpty();
    assertThat(DataKind.values()).allMatch(kind -> !kind.labels().isEmpty());
  }

  @Test
  void namedFactsAreMaskedToo(@TempDir Path folder) throws IOException {
    Path shipped = Path.of("../config/redaction.yaml");
    String yaml =
        Files.readString(shipped).replace("mask_attributes: []", "mask_attributes: [customer]");
    Redactor redactor = Redactor.load(Files.writeString(folder.resolve("redaction.yaml"), yaml));

    assertThat(redactor.redact(Redactors.chat("c: late")).conversation().attributes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("agent", "Bettina", "customer", "[CUSTOMER]"));
  }

  private static String masked(String text) {
    return REDACTOR.redact(Redactors.chat("c: " + text)).conversation().turns().get(0).text();
  }
}
