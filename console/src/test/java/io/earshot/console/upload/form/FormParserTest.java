package io.earshot.console.upload.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.console.http.Problem;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormParserTest {
  private static final String TYPE = "multipart/form-data; charset=utf-8; boundary=\"b-1\"";

  private static final class Heard implements PartListener {
    final List<String> fields = new ArrayList<>();
    final List<byte[]> contents = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    @Override
    public void begin(PartHeader header) {
      fields.add(header.field() + header.disposition().fileName().map(n -> "=" + n).orElse(""));
    }

    @Override
    public void content(byte[] bytes, int from, int to) {
      content.write(bytes, from, to - from);
    }

    @Override
    public void end() {
      contents.add(content.toByteArray());
      content.reset();
    }
  }

  /** However it is cut, what was put in comes out, also where it looks like a boundary. */
  @Test
  void whatWasPutInComesOut() {
    Random random = new Random(20261122);
    byte[][] tempting = {
      {'\r', '\n'}, {'\r', '\n', '-', '-'}, "\r\n--b-".getBytes(), {'-'}, {'\r'}, {0}, {'b'}
    };
    for (int round = 0; round < 500; round++) {
      List<byte[]> contents = new ArrayList<>();
      ByteArrayOutputStream form = new ByteArrayOutputStream();
      form.writeBytes(round % 3 == 0 ? "a preamble\r\n".getBytes() : new byte[0]);
      for (int part = random.nextInt(4); part >= 0; part--) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i > 0; i--) {
          content.writeBytes(tempting[random.nextInt(tempting.length)]);
        }
        contents.add(content.toByteArray());
        form.writeBytes("--b-1\r\ncontent-disposition: form-data; name=x\r\n\r\n".getBytes());
        form.writeBytes(content.toByteArray());
        form.writeBytes("\r\n".getBytes());
      }
      form.writeBytes("--b-1--\r\nan epilogue".getBytes());

      Heard heard = new Heard();
      FormParser parser = new FormParser(TYPE, heard);
      byte[] bytes = form.toByteArray();
      for (int at = 0; at < bytes.length; ) {
        int to = Math.min(bytes.length, at + 1 + random.nextInt(round % 2 == 0 ? 3 : 200));
        parser.feed(Arrays.copyOfRange(bytes, at, to));
        at = to;
      }
      parser.end();

      assertThat(heard.contents).as("round %d", round).containsExactlyElementsOf(contents);
    }
  }

  /** Noise is refused or read, and nothing else happens. */
  @Test
  void damagedFormsAreRefusedOrRead() {
    Random random = new Random(7);
    byte[] whole =
        ("--b-1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\\\"b.wav\"\r\n"
                + "Content-Type: audio/wav\r\n\r\nRIFF\r\n--b-1--\r\n")
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 20_000; round++) {
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      FormParser parser = new FormParser(TYPE, new Heard());
      try {
        parser.feed(damaged);
        parser.end();
      } catch (Problem refused) {
        assertThat(refused.status()).isEqualTo(400);
      }
    }
  }

  @Test
  void namesOfFilesAreReadAsOthersWriteThem() {
    assertThat(name("form-data; name=\"file\"; filename=\"a \\\"b\\\".wav\""))
        .isEqualTo("a \"b\".wav");
    assertThat(name("form-data; name=file; filename=plain.wav")).isEqualTo("plain.wav");
    assertThat(name("inline; filename=\"C:\\calls\\a.wav\"")).isEqualTo("C:\\calls\\a.wav");
    assertThat(name("inline; filename=x; filename*=utf-8'en'%e5%ae%a2%2Ewav")).isEqualTo("客.wav");
    assertThat(name("inline; filename=x; filename*=latin1''%e5")).isEqualTo("x");
    assertThat(name("inline; filename*=UTF-8''%zz%")).isEqualTo("%zz%");
    assertThat(name("inline; a=\"filename=evil\"; filename=good")).isEqualTo("good");
    assertThat(Disposition.of("inline").fileName()).isEmpty();
    assertThat(Disposition.ofHeader("inline; filename=\"å®¢.wav\"").fileName()).isPresent();
  }

  private static String name(String disposition) {
    return Disposition.of(disposition).fileName().orElseThrow();
  }

  @Test
  void thousandsOfPartsAreTooMany() {
    Heard heard = new Heard();
    byte[] part = "--b-1\r\nContent-Disposition: form-data; name=x\r\n\r\n\r\n".getBytes();
    FormParser parser = new FormParser(TYPE, heard);

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5_000; i++) {
                parser.feed(part);
              }
            })
        .isInstanceOf(Problem.class)
        .hasMessageContaining("100 parts");
    assertThat(heard.fields).hasSize(100);
  }

  @Test
  void headersCannotMakeItSlow() {
    String odd = "form-data; name=" + "\"\\\\".repeat(4_000) + "; ".repeat(2_000) + "=\"";

    assertThat(Disposition.of(odd).fileName()).isEmpty();
    assertThatThrownBy(
            () -> new FormParser("multipart/form-data; boundary=" + "x".repeat(71), new Heard()))
        .isInstanceOf(Problem.class);
  }
}
