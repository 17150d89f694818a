package io.earshot.routes.feed.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.routes.feed.Feeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jms: {url: 'vm://0', queue: calls}",
        "jms: {url: 'tcp://a:1,tcp://b:2', queue: calls}",
        "jms: {url: 'tcp://a:1?x=y', queue: calls}",
        "jms: {queue: calls}",
        "jms: {url: 'tcp://a:1'}",
        "jms: {url: 'tcp://a:1', queue: calls, topic: talks}",
        "jms: {url: 'tcp://a:1', topic: talks}",
        "jms: {url: 'tcp://a:1', queue: calls, subscription: x}",
        "jms: {url: 'tcp://a:1', queue: calls, unknown: x}",
        "jms: {url: 'tcp://a:1', queue: calls, tls: false, trust: /a.pem}",
        "kafka: {topics: [calls]}",
        "kafka: {brokers: ['a'], topics: [calls]}",
        "kafka: {brokers: ['a:1']}",
        "kafka: {brokers: ['a:1'], topics: ['no/name']}",
        "kafka: {brokers: ['a:1'], topics: [calls], from: yesterday}",
        "kafka: {brokers: ['a:1'], topics: [calls], user: u}",
        "kafka: {brokers: ['a:1'], topics: [calls], mechanism: oauthbearer}",
        "kafka: {brokers: ['a:1'], topics: [calls], tls: false, trust: /a.pem}",
      })
  void refusesSettingsThatMakeNoSense(String kind) {
    Section section = Section.parse("{name: far, %s}".formatted(kind), "test");
    Feeds.source(section);

    assertThatThrownBy(section::verify)
        .hasMessageContaining(kind.substring(0, kind.indexOf(':')) + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jms: {url: 'tcp://a:1', options: 'key=hush', queue: q, user: u, password: hush}",
        "jms: {url: 'tcp://a:1', queue: q, trust: /a.p12, trust_password: hush}",
        "kafka: {brokers: ['a:1'], topics: [q], user: u, password: hush}",
        "kafka: {brokers: ['a:1'], topics: [q], trust: /a.p12, trust_password: hush}",
      })
  void showsNoSecrets(String kind) {
    Section section = Section.parse("{%s}".formatted(kind), "test");
    String shown = Feeds.source(section) + " " + section.settings();

    section.verify();
    assertThat(shown).contains("a").doesNotContain("hush");
  }

  @Test
  void tellsThePlace() {
    Section section =
        Section.parse("{jms: {url: 'tcp://a:1', topic: talks, subscription: earshot}}", "test");

    assertThat(Feeds.source(section).name()).isEqualTo("tcp://a:1 topic talks");
  }
}
