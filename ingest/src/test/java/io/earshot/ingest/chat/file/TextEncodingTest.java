package io.earshot.ingest.chat.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEncodingTest {
  private static final String CHAT = "客服：您好，请问有什么可以帮您\n顾客：我的“包裹”还没到😀\n";

  @TempDir Path folder;

  private ChatFile open(byte[] bytes) {
    try {
      Path file = folder.resolve("chat.txt");
      Files.write(file, bytes);
      return ChatFile.open(file, Optional.empty());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsEveryEncodingToTheSameText() {
    assertThat(open(CHAT.getBytes(UTF_8)).opening()).isEqualTo(CHAT);
    assertThat(open(("\uFEFF" + CHAT).getBytes(UTF_8)).opening()).isEqualTo(CHAT);
    assertThat(open(("\uFEFF" + CHAT).getBytes(UTF_16LE)).opening()).isEqualTo(CHAT);
    assertThat(open(("\uFEFF" + CHAT).getBytes(UTF_16BE)).opening()).isEqualTo(CHAT);
    assertThat(open(CHAT.getBytes(TextEncoding.GB18030)).opening()).isEqualTo(CHAT);
  }

  @Test
  void readsUtf16WithoutMarkAndWesternText() {
    String english = "Agent: hello there\nCustomer: fiancée’s café\n";

    assertThat(open(english.replace("’", "'").getBytes(UTF_16LE)).opening())
        .isEqualTo(english.replace("’", "'"));
    assertThat(open(english.getBytes(Charset.forName("windows-1252"))).opening())
        .isEqualTo(english);
  }

  /** Two letters with accents side by side look like a character of GBK. */
  @Test
  void tellsFewAccentsFromFewCharacters() {
    Charset windows = Charset.forName("windows-1252");
    for (String western :
        new String[] {
          "Agent: Grüße aus Köln, how are you today?\n",
          "Agent: Größe XL ist da, möchten Sie sie haben?\n",
          "Customer: voilà, c'était créée à Noël naïvement\n",
          "Customer: não é só isso, há mais opções então\n",
        }) {
      assertThat(open(western.getBytes(windows)).opening()).isEqualTo(western);
    }
    for (String chinese :
        new String[] {
          "Agent: hello, thank you for waiting so long for me\nCustomer: 好的\n",
          "Agent: hello, thank you for waiting so long for me\nCustomer: 謝謝您的幫忙\n",
          "agent,customer,order number 12345,张先生\n"
        }) {
      assertThat(open(chinese.getBytes(Charset.forName("GBK"))).opening()).isEqualTo(chinese);
    }
  }

  @Test
  void tellsBig5FromGbk() {
    String traditional = "客服：您好，請問有什麼可以為您服務？\r\n顧客：我上週訂的書還沒有收到，請幫我查一下。\r\n";
    String simplified = "客服：您好，请问有什么可以为您服务？\r\n顾客：我上周订的书还没有收到，请帮我查一下。\r\n";

    assertThat(open(traditional.getBytes(Charset.forName("Big5"))).opening())
        .isEqualTo(traditional);
    assertThat(open(traditional.getBytes(Charset.forName("GBK"))).opening()).isEqualTo(traditional);
    assertThat(open(simplified.getBytes(Charset.forName("GBK"))).opening()).isEqualTo(simplified);
    String mixed = "Agent: hello, order 12345 please\nCustomer: " + traditional;
    assertThat(open(mixed.getBytes(Charset.forName("Big5"))).opening()).isEqualTo(mixed);
  }

  @Test
  void readsChineseInUtf16WithoutMark() {
    assertThat(open(CHAT.getBytes(UTF_16LE)).opening()).isEqualTo(CHAT);
    assertThat(open(CHAT.getBytes(UTF_16BE)).opening()).isEqualTo(CHAT);
  }

  @Test
  void saysWhichByteDoesNotFit() {
    byte[] bytes = CHAT.repeat(50).getBytes(UTF_8);
    bytes[300] = (byte) 0xff;
    ChatFile file = open(bytes);

    assertThat(file.damaged()).isTrue();
    assertThatThrownBy(file::refuseIfDamaged)
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("chat.txt")
        .hasMessageMatching(".*byte (298|299|300) .*");
  }

  @Test
  void findsCharactersAcrossTheEdgesOfPieces() {
    String text = "Agent: " + "好".repeat(100_000);

    ChatFile file = open(text.getBytes(UTF_8));

    assertThat(file.damaged()).isFalse();
    assertThat(file.opening()).hasSize(65_536);
  }

  @Test
  void refusesBinary() {
    assertThatThrownBy(() -> open(new byte[] {1, 2, 0, 4, 0, 0, 0, 9, 9, 9}))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("neither sound nor text");
  }
}
