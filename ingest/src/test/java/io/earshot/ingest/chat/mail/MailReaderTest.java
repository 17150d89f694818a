package io.earshot.ingest.chat.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.Transcript;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReaderTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  private Reading read(String name, String raw) {
    return Reading.of(folder, name, raw.getBytes(ISO_8859_1), Optional.empty());
  }

  private static String base64(String text, Charset charset) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(charset));
  }

  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }

  @Test
  void readsAMessage() {
    Reading reading =
        read(
            "m.eml",
            "From: =?utf-8?Q?Ann_M=C3=BCller?= <Ann@Example.test>\r\nTo: support@acme.test\r\n"
                + "Subject: =?GB2312?B?"
                + base64("退货", GBK).strip()
                + "?= 12\r\n"
                + "Date: Wed, 4 Mar 2026 10:00:00 +0800 (CST)\r\n"
                + "Message-ID: <1@x>\r\n"
                + "MIME-Version: 1.0\r\n"
                + "Content-Type: multipart/mixed; boundary=\"b 1\"\r\n\r\n"
                + "preamble\r\n"
                + "--b 1\r\n"
                + "Content-Type: multipart/alternative; boundary=b2\r\n\r\n"
                + "--b2\r\n"
                + "Content-Type: text/plain; charset=\"utf-8\"\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                + "The caf=C3=A9 lamp is bro=\r\n"
                + "ken.\r\n\r\n"
                + "Best regards,\r\n"
                + "Ann\r\n"
                + "Acme Street 1\r\n"
                + "--b2\r\n"
                + "Content-Type: text/html\r\n\r\n"
                + "<p>other</p>\r\n"
                + "--b2--\r\n"
                + "--b 1\r\n"
                + "Content-Type: text/plain; name=a.txt\r\n"
                + "Content-Disposition: attachment\r\n\r\n"
                + "attached\r\n"
                + "--b 1--\r\n");

    assertThat(reading.turns()).containsExactly("customer@0: The café lamp is broken.");
    Transcript transcript = reading.only();
    assertThat(transcript.startedAt()).contains(Instant.parse("2026-03-04T02:00:00Z"));
    assertThat(transcript.attributes())
        .containsEntry("customer", "Ann Müller")
        .containsEntry("subject", "退货 12")
        .containsEntry("call_id", "<1@x>");
  }

  @Test
  void readsChineseBodies() {
    for (String[] body :
        new String[][] {
          {"gb2312", "base64", base64("您好，商品坏了", GBK)},
          {"gbk", "8bit", new String("您好，商品坏了".getBytes(GBK), ISO_8859_1)},
          {"", "8bit", new String("您好，商品坏了".getBytes(GBK), ISO_8859_1)},
          {"utf-8", "8bit", latin("您好，商品坏了")},
          {"big5", "8bit", new String("您好，商品壞了".getBytes(Charset.forName("Big5")), ISO_8859_1)},
        }) {
      String charset = body[0].isEmpty() ? "" : "; charset=" + body[0];
      Reading reading =
          read(
              "zh.eml",
              "From: kunde@example.test\nTo: a@acme.test\nSubject: x\nContent-Type: text/plain"
                  + charset
                  + "\nContent-Transfer-Encoding: "
                  + body[1]
                  + "\n\n"
                  + body[2]
                  + "\n");
      assertThat(reading.only().turns().get(0).text()).startsWith("您好，商品").endsWith("了");
    }
  }

  @Test
  void cutsQuotesAndSignatures() {
    assertThat(
            own(
                "Yes.\n\n"
                    + "On Mon, Mar 2, 2026 at 9:01 AM Bo <bo@x.test>\n"
                    + "wrote:\n"
                    + "> is it?\n"
                    + "> really\n"))
        .isEqualTo("Yes.");
    assertThat(own("On 2 March 2026 Bo wrote:\n> is it?\n\nYes.\n> and this?\nNo.\n-- \nAnn\n"))
        .isEqualTo("Yes.\nNo.");
    assertThat(own("好的\n\n------------------ 原始邮件 ------------------\n发件人: \"x\"\n旧的\n"))
        .isEqualTo("好的");
    assertThat(own("收到\n\n在 2026年3月2日，Bo <bo@x.test> 写道：\n旧的\n")).isEqualTo("收到");
    assertThat(own("ok\n\n发自我的iPhone\n")).isEqualTo("ok");
    assertThat(own("ok\n\nFrom: Bo <bo@x.test>\nSent: Monday\nTo: Ann\nSubject: old\n\nold text\n"))
        .isEqualTo("ok");
    assertThat(
            own(
                "Please call me.\n\n"
                    + "This e-mail and any attachments are confidential and intended for...\n"))
        .isEqualTo("Please call me.");
    assertThat(own("> only\n> a quote\n")).isEmpty();
    assertThat(own("From: here on it is plain text\nbest, I think\n"))
        .isEqualTo("From: here on it is plain text\nbest, I think");
  }

  @Test
  void cutsQuotesAndSignaturesOfChinesePrograms() {
    assertThat(
            own("请处理\n\n发件人: 客服 <help@acme.test>\n发送时间: 2026年3月3日 10:00\n收件人: Mia\n主题: 退货\n\n旧的\n"))
        .isEqualTo("请处理");
    assertThat(own("收到\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: \"x\"\n旧的\n"))
        .isEqualTo("收到");
    assertThat(own("收到\n\n客服 <help@acme.test> 于2026年3月3日周二 10:00写道：\n\n> 旧的\n")).isEqualTo("收到");
    assertThat(own("收到\n\n\nmia@x.test\n \n发件人： 客服\n发送时间： 2026-03-03 10:00\n收件人： mia\n旧的\n"))
        .isEqualTo("收到");
    assertThat(own("收到\n\n| |\n米娅\n|\n签名由网易邮箱大师定制\n")).isEqualTo("收到");
    assertThat(own("坏了。\n\n谢谢！\n\n李明\n13800138000\n")).isEqualTo("坏了。");
    assertThat(own("坏了。\n谢谢\n还有发票没开\n")).isEqualTo("坏了。\n谢谢\n还有发票没开");
    assertThat(own("好的\n＞ 旧的\n")).isEqualTo("好的");
    assertThat(own("はい。\n\n2026年3月3日(火) 10:00 Help <help@acme.test>:\n\n> 古い\n")).isEqualTo("はい。");
  }

  @Test
  void keepsWordsThatLookLikeQuotesAndSignatures() {
    for (String words :
        new String[] {
          "On Monday I called and your agent wrote:\nshe will call back.",
          "It broke.\n\nThanks\nPlease refund me",
          "It broke.\n\nBest regards\n\nPlease also send the invoice to me today.",
          "Best\nprice ever, but it broke",
          "List:\n-- first\n-- second\nend",
          "我昨天在网上写道：\n这个产品不好",
          "I filled in: ____________________ here\nthanks",
        }) {
      assertThat(own(words + "\n")).isEqualTo(words);
    }
    assertThat(own("It broke.\n\nThanks,\nMia Poe\nHead of Lamps | Foo Ltd\n"))
        .isEqualTo("It broke.");
    assertThat(own("ok\n\nGet Outlook for iOS<https://example.test/x>\n")).isEqualTo("ok");
  }

  @Test
  void unfoldsFlowedText() {
    assertThat(
            flowed(
                "; format=flowed", "A line that was \nfolded.\n\nFrom here \non.\n> a \n> quote\n"))
        .isEqualTo("A line that was folded.\n\nFrom here on.");
    assertThat(flowed("; format=flowed", " From here on.\n")).isEqualTo("From here on.");
    assertThat(flowed("; format=flowed; delsp=yes", "一个很长的 \n句子。\n")).isEqualTo("一个很长的句子。");
  }

  private String flowed(String parameters, String body) {
    return read(
            "f.eml",
            "From: a@x.test\nTo: b@x.test\nSubject: s\nContent-Type: text/plain; charset=utf-8"
                + parameters
                + "\n\n"
                + utf8(body))
        .only()
        .turns()
        .get(0)
        .text();
  }

  private String own(String body) {
    try {
      Reading reading =
          read(
              "q.eml",
              "From: a@x.test\nTo: b@x.test\nSubject: s\nDate: 4 Mar 2026 10:00:00 GMT\n\n"
                  + utf8(body));
      return reading.only().turns().get(0).text();
    } catch (EarshotException e) {
      return "";
    }
  }

  private static String utf8(String text) {
    return latin(text);
  }

  private static final String BOX =
      """
      From ann@example.test Wed Mar  4 10:00:00 2026
      From: Ann <ann@example.test>
      To: help@acme.test
      Subject: Lamp
      Date: Wed, 4 Mar 2026 10:00:00 +0000
      Message-ID: <1@x>

      It is broken.
      >From the start.

      From zoe@example.test Wed Mar  4 10:30:00 2026
      From: zoe@example.test
      To: help@acme.test
      Subject: Invoice
      Date: Wed, 4 Mar 2026 10:30:00 +0000
      Message-ID: <9@x>

      Please send it.

      From help@acme.test Wed Mar  4 10:00:05 2026
      From: Acme <help@acme.test>
      To: ann@example.test
      Subject: Re: Lamp
      Date: Wed, 4 Mar 2026 10:00:05 +0000
      Message-ID: <2@x>
      In-Reply-To: <1@x>
      Auto-Submitted: auto-replied

      We got your mail.

      From help@acme.test Wed Mar  4 11:00:00 2026
      From: Joe at Acme <joe@acme.test>
      To: ann@example.test
      Subject: Re: Lamp
      Date: Wed, 4 Mar 2026 11:00:00 +0000
      Message-ID: <3@x>
      References: <1@x> <2@x>

      We send another.

      > It is broken.
      """;

  @Test
  void readsTheThreadsOfAMailbox() {
    Reading reading = read("mails.mbox", BOX);

    assertThat(reading.transcripts).hasSize(2);
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly(
            "customer@0: It is broken.\nFrom the start.",
            "system@5000: We got your mail.",
            "agent@3600000: We send another.");
    assertThat(reading.transcripts.get(0).attributes())
        .containsEntry("agent", "Joe at Acme")
        .containsEntry("customer", "Ann")
        .containsEntry("subject", "Lamp");
    assertThat(Reading.turns(reading.transcripts.get(1)))
        .containsExactly("customer@0: Please send it.");
  }

  @Test
  void refusesAMailWithoutText() {
    assertThatThrownBy(
            () ->
                read(
                    "e.eml",
                    "From: a@b.test\nTo: c@d.test\nSubject: x\nContent-Type: image/png\n\nabc\n"))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("no text");
  }

  @Test
  void survivesPartsWithinParts() {
    StringBuilder raw = new StringBuilder("From: a@b.test\nTo: c@d.test\nSubject: x\n");
    for (int i = 0; i < 3_000; i++) {
      raw.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
    }
    assertThatThrownBy(() -> read("deep.eml", raw + "\n\nhi\n"))
        .isInstanceOf(EarshotException.class);
  }

  private static final String HEAD =
      "From: pbx@acme.test\r\n"
          + "To: care@acme.test\r\n"
          + "Subject: Voice mail\r\n"
          + "Date: Wed, 4 Mar 2026 10:00:00 +0000\r\n"
          + "Message-ID: <v@x>\r\n"
          + "MIME-Version: 1.0\r\n";

  private static String attached(String headers, String content) {
    return "--b\r\n"
        + headers
        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64(content, UTF_8)
        + "\r\n";
  }

  private static String mixed(String... parts) {
    return HEAD
        + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        + String.join("", parts)
        + "--b--\r\n";
  }

  @Test
  void anAttachedRecordingIsACallBesideTheText() {
    Reading reading =
        read(
            "m.eml",
            mixed(
                "--b\r\nContent-Type: text/plain\r\n\r\nPlease call her back.\r\n",
                attached("Content-Type: audio/x-wav; name=\"../a/msg 12.wav\"", "RIFF sound"),
                attached("Content-Type: application/pdf; name=x.pdf", "%PDF")));

    assertThat(reading.transcripts).hasSize(2);
    Transcript call = reading.transcripts.get(0);
    assertThat(call.channel()).isEqualTo(io.earshot.conversation.Channel.CALL);
    assertThat(call.session()).isEqualTo("msg 12.wav");
    assertThat(call.startedAt()).contains(Instant.parse("2026-03-04T10:00:00Z"));
    assertThat(call.attributes())
        .containsEntry("subject", "Voice mail")
        .containsEntry("mail", "<v@x>");
    assertThat(call.recordings()).hasSize(1);
    assertThat(call.recordings().get(0).ending()).isEqualTo("wav");
    assertThat(call.recordings().get(0).bytes()).asString(UTF_8).isEqualTo("RIFF sound");
    Transcript text = reading.transcripts.get(1);
    assertThat(Reading.turns(text)).hasSize(1);
    assertThat(text.attributes()).containsEntry("attachments", "1");
  }

  @Test
  void aMailOfARecordingAloneIsACallAlone() {
    Reading reading =
        read(
            "m.eml",
            mixed(
                attached(
                    "Content-Type: application/octet-stream\r\n"
                        + "Content-Disposition: attachment;"
                        + " filename*=utf-8''%E5%BD%95%E9%9F%B3.MP3",
                    "sound")));

    assertThat(reading.only().recordings().get(0).name()).isEqualTo("录音.MP3");
    assertThat(reading.only().recordings().get(0).ending()).isEqualTo("mp3");
    assertThat(reading.refusals).isEmpty();
  }

  @Test
  void findsRecordingsInForwardedMailsAndInBodies() {
    String forwarded =
        "--b\r\nContent-Type: message/rfc822\r\n\r\n"
            + mixed(attached("Content-Type: audio/amr", "one"));
    assertThat(read("m.eml", mixed(forwarded)).only().recordings().get(0).ending())
        .isEqualTo("amr");
    assertThat(read("n.eml", HEAD + "Content-Type: audio/mpeg\r\n\r\nbytes").only().recordings())
        .hasSize(1);
  }

  @Test
  void readsNoOtherAttachments() {
    Reading reading =
        read(
            "m.eml",
            mixed(
                "--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n",
                attached("Content-Type: application/zip; name=call.zip", "PK"),
                attached("Content-Type: application/json; name=chat.json", "{}"),
                attached("Content-Type: audio/wav; name=empty.wav", "")));

    assertThat(reading.only().recordings()).isEmpty();
    assertThat(reading.only().attributes()).containsEntry("attachments", "3");
  }

  @Test
  void mailsOfAThreadInFilesOfTheirOwnNameIt() {
    String first = HEAD + "\r\nIt is broken.\r\n";
    String second =
        HEAD.replace("<v@x>", "<w@x>")
            + "References: <v@x> <u@x>\r\nIn-Reply-To: <u@x>\r\n\r\nStill broken.\r\n";

    assertThat(read("a.eml", first).only().attributes()).containsEntry("thread", "<v@x>");
    assertThat(read("b.eml", second).only().attributes()).containsEntry("thread", "<v@x>");
  }

  @Test
  void manyPartsAreBounded() {
    String part = attached("Content-Type: audio/wav; name=a.wav", "sound");

    Reading reading = read("m.eml", mixed(part.repeat(5_000)));

    assertThat(reading.transcripts).hasSize(100);
  }
}
