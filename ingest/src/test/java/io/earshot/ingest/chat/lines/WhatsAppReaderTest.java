package io.earshot.ingest.chat.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Reading;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppReaderTest {
  @TempDir Path folder;

  private Reading read(String text) {
    return Reading.of(folder, "_chat.txt", text);
  }

  @Test
  void readsAnExportOfIos() {
    Reading reading =
        read(
            "\uFEFF[04/03/2026, 15:05:12] Acme Support: \u200eMessages and calls are end-to-end encrypted. Nobody can read them.\n"
                + "[04/03/2026, 15:05:20] ~\u202fMia: Hi\nthe lamp: broken\n\n"
                + "\u200e[04/03/2026, 15:05:40] ~\u202fMia: \u200eimage omitted\n"
                + "[04/03/2026, 15:06:01] Acme Support: We send another. \u200e<This message was edited>\n"
                + "[14/03/2026, 09:00:00] Mia: thanks\n");

    assertThat(reading.turns())
        .containsExactly(
            "system@0: Messages and calls are end-to-end encrypted. Nobody can read them.",
            "customer@8000: Hi\nthe lamp: broken",
            "agent@49000: We send another.",
            "customer@842088000: thanks");
    assertThat(reading.only().format()).isEqualTo("whatsapp");
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T15:05:12Z"));
    assertThat(reading.only().attributes())
        .containsEntry("media", "1")
        .containsEntry("agent", "Acme Support")
        .containsEntry("customer", "Mia");
  }

  @Test
  void readsAnExportOfAndroid() {
    Reading reading =
        read(
            "3/4/26, 3:05\u202fPM - Messages and calls are end-to-end encrypted.\n"
                + "3/4/26, 3:05\u202fPM - +1 202 555 0143: my order 17\n"
                + "3/4/26, 3:06\u202fPM - Bo: <Media omitted>\n"
                + "3/4/26, 11:59\u202fPM - Bo: How can I help you?\n"
                + "3/5/26, 12:01\u202fAM - +1 202 555 0143: This message was deleted\n"
                + "3/13/26, 9:00\u202fAM - +1 202 555 0143: where is it\n");

    assertThat(reading.turns())
        .containsExactly(
            "system@0: Messages and calls are end-to-end encrypted.",
            "customer@0: my order 17",
            "agent@32040000: How can I help you?",
            "system@32160000: This message was deleted",
            "customer@755700000: where is it");
    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T15:05:00Z"));
  }

  /** The two lines are a day apart, 4 and 5 March, at 15:05 and 9:00. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "04.03.26, 15:05 - A: x|13.03.26, 09:00 - B: y",
        "4.3.2026 klo 15.05 - A: x|13.3.2026 klo 9.00 - B: y",
        "[4.3.2026 klo 15.05.00] A: x|[13.3.2026 klo 9.00.00] B: y",
        "04/03/2026 15:05 - A: x|13/03/2026 09:00 - B: y",
        "04/03/2026 à 15:05 - A: x|13/03/2026 à 09:00 - B: y",
        "4/3/26 3:05 p. m. - A: x|13/3/26 9:00 a. m. - B: y",
        "04/03/26, 3:05 pm - A: x|13/03/26, 9:00 am - B: y",
        "3/4/26, 3:05 PM - A: x|3/13/26, 9:00 AM - B: y",
        "[3/4/26, 3:05:00 PM] A: x|[3/13/26, 9:00:00 AM] B: y",
        "2026-03-04 15:05 - A: x|2026-03-13 09:00 - B: y",
        "2026/3/4 下午3:05 - A: x|2026/3/13 上午9:00 - B: y",
        "[2026/3/4 下午3:05:00] A: x|[2026/3/13 上午9:00:00] B: y",
        "2026年3月4日 15:05 - A: x|2026年3月13日 09:00 - B: y",
        "2026. 3. 4. 오후 3:05, A : x|2026. 3. 13. 오전 9:00, B : y",
        "2026. 03. 04. 15:05 - A: x|2026. 03. 13. 9:00 - B: y",
        "04-03-2026 15:05 - A: x|13-03-2026 09:00 - B: y",
        "٤/٣/٢٠٢٦، ٣:٠٥ م - A: x|١٣/٣/٢٠٢٦، ٩:٠٠ ص - B: y",
        "4/3/2569 15:05 - A: x|13/3/2569 09:00 - B: y",
      })
  void readsTheDatesOfAllCountries(String first, String second) {
    Reading reading = read(first + "\n" + second + "\n");

    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T15:05:00Z"));
    assertThat(reading.turns()).hasSize(2).first().asString().endsWith("@0: x");
    assertThat(reading.turns().get(1)).endsWith("@755700000: y");
  }

  @Test
  void tellsDayFromMonthByTheOrderOfTheLines() {
    Reading days = read("01/02/26, 10:00 - A: x\n02/02/26, 10:00 - B: y\n03/02/26, 10:00 - A: z\n");
    assertThat(days.only().startedAt()).contains(Instant.parse("2026-02-01T10:00:00Z"));

    Reading months =
        read("11/12/25, 10:00 - A: x\n12/01/25, 10:00 - B: y\n01/02/26, 10:00 - A: z\n");
    assertThat(months.only().startedAt()).contains(Instant.parse("2025-11-12T10:00:00Z"));
  }

  @Test
  void knowsTheCustomerFromTheNameOfTheFile() {
    for (String name :
        new String[] {
          "WhatsApp Chat with Ann.txt", "WhatsApp-Chat mit Ann.txt", "与Ann的WhatsApp聊天.txt"
        }) {
      Reading reading =
          Reading.of(folder, name, "04.03.26, 15:05 - Ben: x\n13.03.26, 09:00 - Ann: y\n");
      assertThat(reading.turns().get(0)).startsWith("agent@0");
      assertThat(reading.turns().get(1)).startsWith("customer@");
    }
  }

  @Test
  void obeysTheSettings() {
    assertThat(read("04.03.26, 15:05 - Li Na: x\n13.03.26, 09:00 - Ann: y\n").turns().get(0))
        .startsWith("agent@0");
    assertThat(read("04.03.26, 15:05 - Li Na: x\n13.03.26, 09:00 - Ann: y\n").only().speakersSure())
        .isGreaterThan(0.9);
  }

  @Test
  void refusesImpossibleDates() {
    assertThatThrownBy(() -> read("44/44/2026, 10:00 - A: x\n45/45/2026, 10:00 - B: y\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("impossible date");
  }
}
