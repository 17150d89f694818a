package io.earshot.asr.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PublishedModelsTest {
  private static final String LIST =
      """
      [
       {"lang": "cn", "lang_text": "Chinese", "md5": "%1$s", "name": "model-a", "obsolete": "false",
        "size": 43898754, "size_text": "41.9MiB", "type": "small", "url": "https://h/a.zip", "version": "1"},
       {"lang": "all", "lang_text": "Speakers", "md5": "%1$s", "name": "spk-1", "type": "spk", "url": "https://h/s.zip"},
       {"lang": "en-us", "name": "old", "type": "big", "url": "https://h/o.zip", "obsolete": "true", "size": -3},
       {"lang": "ru", "name": "../evil", "type": "small", "url": "https://h/e.zip"},
       {"lang": "ru", "name": "/etc/evil", "type": "small", "url": "https://h/e.zip"},
       {"lang": "ru", "name": "from-file", "type": "small", "url": "file:///etc/passwd"},
       {"lang": "ru", "name": "no-url", "type": "small"},
       {"lang": "../x", "name": "bad-lang", "type": "small", "url": "https://h/e.zip"},
       {"lang": "ru", "name": "voice", "type": "tts", "url": "https://h/v.zip"},
       17, null, "text", []
      ]
      """
          .formatted("D41D8CD98F00B204E9800998ECF8427E");

  @Test
  void readsWhatCanBeUsedAndLeavesOutTheRest() {
    PublishedModels models = PublishedModels.parse(LIST.getBytes(UTF_8), "test");
    assertThat(models.all())
        .extracting(PublishedModel::name)
        .containsExactly("spk-1", "old", "model-a");
    PublishedModel chinese = models.named("model-a");
    assertThat(chinese.language()).isEqualTo("zh");
    assertThat(chinese.md5()).contains("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(chinese.obsolete()).isFalse();
    assertThat(models.named("spk-1").kind()).isEqualTo(ModelKind.SPEAKER);
    assertThat(models.named("old").obsolete()).isTrue();
    assertThat(models.named("old").bytes()).isZero();
    assertThat(models.named("old").md5()).isEmpty();
    assertThatThrownBy(() -> models.named("other")).hasMessageContaining("--available");
    assertThatThrownBy(() -> models.named("../evil"))
        .hasMessageContaining("can't be a model's name");
  }

  @Test
  void refusesWhatIsNoList() {
    for (String text : new String[] {"", "{}", "<html>", "[{\"a\":", "[".repeat(5000), "null"}) {
      assertThatThrownBy(() -> PublishedModels.parse(text.getBytes(UTF_8), "the place"))
          .hasMessageContaining("the place is no list");
    }
  }

  @Test
  void knowsLanguagesByTheirCountries() {
    assertThat(ModelLanguage.inName("vosk-model-small-cn-0.22")).contains("zh");
    assertThat(ModelLanguage.inName("vosk-model-en-us-0.22-lgraph")).contains("en");
    assertThat(ModelLanguage.inName("vosk-model-vn-0.4")).contains("vi");
    assertThat(ModelLanguage.inName("vosk-model-spk-0.4")).isEmpty();
    assertThat(ModelLanguage.inName("mine")).isEmpty();
    assertThat(ModelLanguage.of("el-gr")).isEqualTo("el");
    assertThat(ModelLanguage.of("tl-ph")).isEqualTo("tl");
  }
}
