package io.earshot.routes.feed.message;

import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;

/** Somebody else's broker, on loopback, with a journal that outlives it. */
final class TestArtemis implements AutoCloseable {
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final int port;

  TestArtemis(Path folder, int port) throws Exception {
    this.port = port;
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("elsewhere");
    configuration.setSecurityEnabled(false);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(1 << 20);
    configuration.setJournalMinFiles(2);
    configuration.setMaxDiskUsage(-1);
    configuration.setJMXManagementEnabled(false);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            NettyAcceptorFactory.class.getName(),
            Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE"),
            "loopback"));
    server.setConfiguration(configuration);
    server.start();
  }

  String url() {
    return "tcp://127.0.0.1:" + port;
  }

  ActiveMQConnectionFactory factory() {
    return new ActiveMQJMSConnectionFactory(url());
  }

  long waiting(String queue) {
    var found = server.getActiveMQServer().locateQueue(queue);
    return found == null ? 0 : found.getMessageCount();
  }

  boolean listens(String subscription) {
    var found = server.getActiveMQServer().locateQueue(subscription);
    return found != null && found.getConsumerCount() > 0;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
