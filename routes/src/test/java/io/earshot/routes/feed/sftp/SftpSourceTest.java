package io.earshot.routes.feed.sftp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.earshot.config.Section;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.Stage;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.feed.Feeds;
import io.earshot.routes.queue.EmbeddedBroker;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.source.Source;
import io.earshot.routes.source.SourceRoutes;
import io.earshot.testkit.GeneratedAudio;
import io.earshot.testkit.SampleFormat;
import io.earshot.testkit.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of files: from a server into the vault and a queue, by settings alone. */
class SftpSourceTest {
  @TempDir Path folder;

  @Test
  void filesOfAServerBecomeConversationsWithTheirFacts() throws Exception {
    try (SshFiles far = new SshFiles(Files.createDirectories(folder.resolve("far")));
        Vault vault = Vault.open(folder.resolve("vault"));
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), () -> {});
        Queues queues = Queues.open(broker.inProcess(), "test");
        DefaultCamelContext camel = new DefaultCamelContext()) {
      far.start();
      far.put("sales/x-agent.wav", sound(1));
      far.put("sales/x-caller.wav", sound(2));
      far.put("sales/x.json", "{\"agent\": \"Zoe\", \"queue\": \"returns\"}".getBytes(UTF_8));
      far.put("chat.txt", "Customer: where is it\nAgent: on its way\n".getBytes(UTF_8));

      SourceRoutes routes = new SourceRoutes(source(far), vault, queues, folder.resolve("home"), 0);
      for (RoutesBuilder each : routes.all()) {
        camel.addRoutes(each);
      }
      camel.start();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> {
                assertThat(queues.length(Stage.TRANSCRIBE)).isEqualTo(1);
                assertThat(queues.length(Stage.ANALYSE)).isEqualTo(1);
                assertThat(far.names())
                    .containsExactly(
                        "done/chat.txt",
                        "done/sales/x-agent.wav",
                        "done/sales/x-caller.wav",
                        "done/sales/x.json");
              });

      Conversation call = call(vault);
      assertThat(call.attributes())
          .containsEntry("agent", "Zoe")
          .containsEntry("queue", "returns")
          .containsEntry("team", "sales");
      assertThat(vault.media(call.id())).hasSize(2);
      assertThat(vault.envelope(call.id()).roles())
          .containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
      assertThat(routes.state().health().ok()).isTrue();
      assertThat(routes.state().received()).isEqualTo(2);
    }
  }

  private byte[] sound(int seed) throws IOException {
    Path file = folder.resolve("sound.wav");
    GeneratedAudio.write(
        file, SampleFormat.PCM16, Track.at(8_000).speech(Duration.ofSeconds(1), .5, seed));
    return Files.readAllBytes(file);
  }

  private static Source source(SshFiles far) {
    Section section =
        Section.parse(
            """
            name: recorder
            sftp: {%s, done: done}
            poll: 200ms
            settle: 100ms
            file_names: [{path: '/(?<team>[^/]+)/[^/]+$'}]
            """
                .formatted(far.settings()),
            "test");
    Source source = Feeds.source(section);
    section.verify();
    return source;
  }

  private static Conversation call(Vault vault) {
    try (Stream<ConversationId> ids = vault.ids()) {
      List<Conversation> calls =
          ids.map(id -> vault.envelope(id).conversation())
              .filter(conversation -> conversation.channel() == Channel.CALL)
              .toList();
      assertThat(calls).hasSize(1);
      return calls.get(0);
    }
  }
}
