package io.earshot.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void readsABody() {
    String html =
        """
        <html><head><title>no</title><style>p { color: red }</style></head>
        <body><p>Hi&nbsp;<i>Jane</i>,</p>
        <p>the parcel<br>is   here.</p><ul><li>one</li><li>two</li></ul>
        <table><tr><td>a</td><td>b</td></tr></table><custom-tag>x</custom-tag></body></html>
        """;

    assertThat(HtmlText.of(html))
        .isEqualTo("Hi Jane,\n\nthe parcel\nis here.\n\none\ntwo\n\na b\n\nx");
  }

  @Test
  void readsBrokenHtml() {
    assertThat(HtmlText.of("a < b <p>c</p <b>d</b> <")).isEqualTo("a < b\nc</p d <");
    assertThat(HtmlText.of("<p>价格：&lt;5元 <img src='x>y'>好")).startsWith("价格：<5元");
    assertThat(HtmlText.of("<script>never closed")).isEqualTo("never closed");
    assertThat(HtmlText.of("")).isEmpty();
  }
}
