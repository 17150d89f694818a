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
import org.junit.jupiter.params.provider.ValueSource;

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
        "٤\u200f/٣\u200f/٢٠٢٦، ٣:٠٥\u00a0م - A: x|١٣\u200f/٣\u200f/٢٠٢٦، ٩:٠٠\u00a0ص - B: y",
        "\u200f[٤\u200f/٣\u200f/٢٠٢٦، ٣:٠٥:٠٠ م] A: x|\u200f[١٣\u200f/٣\u200f/٢٠٢٦، ٩:٠٠:٠٠ ص] B: y",
        "١٥\u200f/٩\u200f/١٤٤٧ هـ ٣:٠٥ م - A: x|٢٤\u200f/٩\u200f/١٤٤٧ هـ ٩:٠٠ ص - B: y",
        "۱۴۰۴/۱۲/۱۳،\u200f ۱۵:۰۵ - A: x|۱۴۰۴/۱۲/۲۲،\u200f ۹:۰۰ - B: y",
        "४/३/२६, ३:०५ अपराह्न - A: x|१३/३/२६, ९:०० पूर्वाह्न - B: y",
        "4.03.2026 ÖS 3:05 - A: x|13.03.2026 ÖÖ 9:00 - B: y",
        "04/03/2026, 3:05 PTG - A: x|13/03/2026, 9:00 PG - B: y",
        "15:05, 04/03/2026 - A: x|09:00, 13/03/2026 - B: y",
        "4.03.26 г., 15:05 ч. - A: x|13.03.26 г., 9:00 ч. - B: y",
        "4. 3. 2026 15:05 - A: x|13. 3. 2026 9:00 - B: y",
        "4/3/26, 3:05\u202fp.\u00a0m. - A: x|13/3/26, 9:00\u202fa.\u00a0m. - B: y",
      })
  void readsTheDatesOfAllCountries(String first, String second) {
    Reading reading = read(first + "\n" + second + "\n");

    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T15:05:00Z"));
    assertThat(reading.turns()).hasSize(2).first().asString().endsWith("@0: x");
    assertThat(reading.turns().get(1)).endsWith("@755700000: y");
  }

  @Test
  void tellsIndiaFromTheUnitedStates() {
    assertThat(
            read("04/03/26, 3:05\u202fpm - A: x\n04/03/26, 3:06\u202fpm - B: y\n")
                .only()
                .startedAt())
        .contains(Instant.parse("2026-03-04T15:05:00Z"));
    assertThat(
            read("3/4/26, 3:05\u202fPM - A: x\n3/4/26, 3:06\u202fPM - B: y\n").only().startedAt())
        .contains(Instant.parse("2026-03-04T15:05:00Z"));
  }

  @Test
  void readsTheHoursAroundNoon() {
    Reading reading =
        read(
            "[2026/3/4 凌晨12:05:00] A: a\n[2026/3/4 上午12:10:00] A: b\n[2026/3/4 中午11:30:00] A: c\n"
                + "[2026/3/4 中午12:05:00] A: d\n[2026/3/4 下午12:10:00] A: e\n[2026/3/4 晚上11:00:00] B: f\n");

    assertThat(reading.only().startedAt()).contains(Instant.parse("2026-03-04T00:05:00Z"));
    assertThat(reading.turns())
        .extracting(turn -> turn.replaceFirst(".*@", ""))
        .containsExactly(
            "0: a", "300000: b", "41100000: c", "43200000: d", "43500000: e", "82500000: f");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You deleted this message.",
        "Du hast diese Nachricht gelöscht.",
        "Ce message a été supprimé",
        "Se eliminó este mensaje.",
        "Mensagem apagada",
        "Questo messaggio è stato eliminato",
        "Dit bericht is verwijderd",
        "Данное сообщение удалено",
        "Ta wiadomość została usunięta",
        "Bu mesaj silindi",
        "このメッセージは削除されました",
        "삭제된 메시지입니다",
        "تم حذف هذه الرسالة",
        "यह मैसेज मिटाया गया",
        "此消息已删除",
        "\u200e此訊息已刪除。",
        "Missed voice call",
        "\u200eMissed voice call, \u200eTap to call back",
        "\u200eB added you",
      })
  void takesNoticesForTheMessengers(String notice) {
    Reading reading =
        read(
            "04.03.26, 15:05 - A: hi\n04.03.26, 15:06 - B: "
                + notice
                + "\n04.03.26, 15:07 - B: yes\n");

    assertThat(reading.turns().get(1)).startsWith("system@60000: ");
    assertThat(reading.turns()).hasSize(3);
    assertThat(reading.only().attributes()).doesNotContainKey("media");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<This message was edited>",
        "\u200e<Diese Nachricht wurde bearbeitet.>",
        "<Se editó este mensaje.>",
        "<Mensagem editada>",
        "<Questo messaggio è stato modificato>",
        "<Dit bericht is bewerkt>",
        "<Сообщение изменено>",
        "<Ta wiadomość została edytowana>",
        "<このメッセージは編集されました>",
        "<此消息已编辑>",
        "\u200e<in a language that nobody knows>",
      })
  void cutsMarksOfEdits(String mark) {
    assertThat(read("04.03.26, 15:05 - A: good " + mark + "\n").turns())
        .containsExactly("customer@0: good");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Media omitted>",
        "<省略多媒体文件>",
        "<Без медиафайлов>",
        "\u200eimage omitted",
        "\u200eBild weggelassen",
        "\u200e圖片已略去",
        "\u200egörüntü dahil edilmedi",
        "null",
        "IMG-20260304-WA0001.jpg (Datei angehängt)",
        "IMG-20260304-WA0001.jpg （文件附件）",
        "\u200e<Anhang: 00000012-PHOTO.jpg>",
      })
  void countsWhatStandsForMedia(String media) {
    Reading reading = read("04.03.26, 15:05 - A: hi\n04.03.26, 15:06 - B: " + media + "\n");

    assertThat(reading.turns()).containsExactly("customer@0: hi");
    assertThat(reading.only().attributes()).containsEntry("media", "1");
  }

  @Test
  void keepsCaptions() {
    Reading reading =
        read(
            "04.03.26, 15:05 - A: \u200eIMG-1.jpg (file attached)\nthe crack\n"
                + "04.03.26, 15:06 - A: and here \u200e<attached: 00000012-PHOTO.jpg>\n");

    assertThat(reading.turns())
        .containsExactly("customer@0: the crack", "customer@60000: and here");
    assertThat(reading.only().attributes()).containsEntry("media", "2");
  }

  @Test
  void tellsNoticesWithColonsFromMessages() {
    Reading reading =
        read(
            "04.03.26, 15:05 - A: hi\n04.03.26, 15:06 - A changed the group name from \"x: 1\" to \"y: 2\"\n"
                + "04.03.26, 15:07 - B \"Bo\" C: yes\n");

    assertThat(reading.turns().get(1)).startsWith("system@60000: A changed");
    assertThat(reading.turns().get(2)).isEqualTo("agent@120000: yes");
  }

  @Test
  void knowsLinesThatWereCopiedIntoAMessage() {
    assertThat(
            read("[04/03/2026, 15:05:20] A: she wrote\n04/03/2026, 15:05 - C: no\n[05/03/2026, 15:05:20] B: ok\n")
                .turns())
        .containsExactly("customer@0: she wrote\n04/03/2026, 15:05 - C: no", "agent@86400000: ok");
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
          "WhatsApp Chat with Ann.txt",
          "WhatsApp-Chat mit Ann.txt",
          "Чат WhatsApp с Ann.txt",
          "محادثة واتساب مع Ann.txt",
          "与Ann的WhatsApp聊天.txt",
          "与 Ann 的 WhatsApp 聊天记录.txt",
          "Ann とのWhatsAppトーク履歴.txt",
          "WhatsApp Chat - Ann (1).txt"
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
