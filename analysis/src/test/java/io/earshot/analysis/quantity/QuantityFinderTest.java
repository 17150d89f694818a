package io.earshot.analysis.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.analysis.RandomText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityFinderTest {
  /** A Sunday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final QuantityFinder FINDER = QuantityFinder.in(ZoneId.of("UTC"));

  private static List<Quantity> find(String text, String language) {
    return FINDER.find(text, language, TODAY);
  }

  private static String shown(String text, String language) {
    return find(text, language).stream()
        .map(q -> q.span().of(text) + "=" + q.kind().code() + " " + q.normalised())
        .collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it was built in two thousand and seventeen|two thousand and seventeen=date 2017",
        "i paid three hundred fifty bucks for it|three hundred fifty bucks=amount 350 USD",
        "that is forty nine dollars and ninety nine cents|forty nine dollars and ninety nine cents=amount 49.99 USD",
        "around $1,299.50 on my card|$1,299.50=amount 1299.5 USD",
        "it costs £20|£20=amount 20 GBP",
        "we moved on the twenty third of june|the twenty third of june=date 2026-06-23",
        "may 23rd, 2017 i think|may 23rd, 2017=date 2017-05-23",
        "see you december fifth|december fifth=date 2026-12-05",
        "can you come next tuesday|next tuesday=date 2026-11-24",
        "it broke last friday|last friday=date 2026-11-20",
        "call me tomorrow at three thirty pm|tomorrow at three thirty pm=date 2026-11-23T15:30",
        "at half past nine|half past nine=time 09:30",
        "quarter to five works|quarter to five=time 04:45",
        "three to five business days|three to five business days=duration P3D/P5D business_day",
        "within 24 hours|24 hours=duration PT24H",
        "two and a half hours on hold|two and a half hours=duration PT2H30M",
        "an hour and a half|an hour and a half=duration PT1H30M",
        "i waited half an hour|half an hour=duration PT30M",
        "a couple of weeks|a couple of weeks=duration P2W",
        "i ordered it three weeks ago|three weeks=date 2026-11-01",
        "twenty five percent off|twenty five percent=percent 25",
        "this is the third time|third=ordinal 3",
        "one point five million|one point five million=number 1500000",
        "my number is four oh seven double two one nine|four oh seven double two one nine=digits 4072219",
        "in nineteen ninety nine|nineteen ninety nine=date 1999",
        "just a second please|''",
        "this one is fine, may i ask why|''",
        "i bought two tickets|two tickets=quantity 2 tickets",
        "order 20261122334455|20261122334455=digits 20261122334455",
        "by the end of the month|the end of the month=date 2026-11-30",
        "2026-12-01 at 14:05|2026-12-01 at 14:05=date 2026-12-01T14:05",
        "twelve hundred dollars|twelve hundred dollars=amount 1200 USD",
      })
  void readsEnglish(String text, String expected) {
    assertThat(shown(text, "en")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "花了三百五十块|三百五十块=amount 350 CNY",
        "每斤三块五呢|三块五=amount 3.5 CNY",
        "一共一万二|一万二=number 12000",
        "两千零一十七年买的|两千零一十七年=date 2017",
        "二零一七年五月二十三号|二零一七年五月二十三号=date 2017-05-23",
        "下周二能到吗|下周二=date 2026-11-24",
        "上周五下的单|上周五=date 2026-11-13",
        "涨了百分之五|百分之五=percent 5",
        "等了半个月|半个月=duration P15D",
        "3-5个工作日到账|3-5个工作日=duration P3D/P5D business_day",
        "两三天就到|两三天=duration P2D/P3D",
        "等了一个半小时|一个半小时=duration PT1H30M",
        "明天下午三点半打给我|明天下午三点半=date 2026-11-23T15:30",
        "今晚8点以后|今晚8点=date 2026-11-22T20:00",
        "第三次打电话了|第三=ordinal 3",
        "买了两台|两台=quantity 2 台",
        "稍等一下，一点都不好，十分抱歉|''",
        "这是同一天的|''",
        "三天前就说发货|三天=date 2026-11-19",
        "7月份的账单|7月份=date 2026-07",
        "月底之前|月底=date 2026-11-30",
        "卡号幺三八零零|幺三八零零=digits 13800",
        "1.5万块|1.5万块=amount 15000 CNY",
        "双十一买的|双十一=date 2026-11-11",
        "￥299太贵|￥299=amount 299 CNY",
        "保修三年|三年=duration P3Y",
        "23号能发吗|23号=date 2026-11-23",
        "24小时之内|24小时=duration PT24H",
        "扣了我三百五|三百五=number 350",
        "三點鐘來|三點鐘=time 03:00",
      })
  void readsChinese(String text, String expected) {
    assertThat(shown(text, "zh")).isEqualTo(expected);
  }

  @Test
  void readsEveryCardinalBack() {
    Random random = new Random(3);
    for (int i = 0; i < 6000; i++) {
      long number = i < 1200 ? i : random.nextLong(pow(1 + random.nextInt(12))) + (i % 2);
      assertThat(count(Spelling.english(number) + " times", "en"))
          .as(Spelling.english(number))
          .isEqualTo(number);
      assertThat(count(Spelling.chinese(number) + "公里", "zh"))
          .as(Spelling.chinese(number))
          .isEqualTo(number);
    }
    assertThat(count("one trillion times", "en")).isEqualTo(1_000_000_000_000L);
    assertThat(count("一万亿公里", "zh")).isEqualTo(1_000_000_000_000L);
  }

  private static long pow(int digits) {
    return (long) Math.pow(10, digits);
  }

  private static long count(String text, String language) {
    List<Quantity> found = find(text, language);
    return found.size() == 1 ? Long.parseLong(found.get(0).value()) : -found.size() - 1;
  }

  @Test
  void survivesAnyTextAndKeepsToItsPlaces() {
    Random random = new Random(11);
    for (int i = 0; i < 4000; i++) {
      String text = RandomText.of(random, random.nextInt(120)) + " 三百 twenty 5月3 $7 2/3/20 " + i;
      int end = 0;
      for (Quantity quantity : find(text, i % 2 == 0 ? "zh" : "en")) {
        assertThat(quantity.span().start()).isGreaterThanOrEqualTo(end);
        assertThat(quantity.span().end())
            .isGreaterThan(quantity.span().start())
            .isLessThanOrEqualTo(text.length());
        assertThat(quantity.value()).isNotEmpty();
        end = quantity.span().end();
      }
    }
  }

  @Test
  void takesLongRunsOfNumbersInShortTime() {
    long start = System.nanoTime();
    for (String piece : List.of("one ", "二", "9", "1-", "3,333", "a hundred and ", "万", "5/")) {
      find(piece.repeat(3000), "zh");
      find(piece.repeat(3000), "en");
    }
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }
}
