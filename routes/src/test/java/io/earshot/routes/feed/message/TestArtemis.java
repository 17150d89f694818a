package io.earshot.routes.feed.message;

import io.earshot.routes.feed.TestCertificate;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQJMSConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Somebody else's broker, on loopback, with a journal that outlives it. */
final class TestArtemis implements AutoCloseable {
  private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
  private final AtomicLong signIns = new AtomicLong();
  private final int port;

  TestArtemis(Path folder, int port) throws Exception {
    this(folder, port, Map.of(), (user, password) -> true);
  }

  /** With TLS, for who knows the password. */
  static TestArtemis encrypted(Path folder, int port, TestCertificate certificate, String password)
      throws Exception {
    Map<String, Object> tls =
        Map.of(
            "sslEnabled",
            true,
            "keyStorePath",
            certificate.store().toString(),
            "keyStorePassword",
            TestCertificate.PASSWORD);
    return new TestArtemis(
        folder, port, tls, (user, shown) -> "care".equals(user) && password.equals(shown));
  }

  private TestArtemis(
      Path folder, int port, Map<String, Object> tls, BiPredicate<String, String> door)
      throws Exception {
    this.port = port;
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("elsewhere");
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
            NettyAcceptorFactory.class.getName(), acceptor(tls), "loopback"));
    server.setConfiguration(configuration);
    server.setSecurityManager(new Door(door));
    server.start();
  }

  private Map<String, Object> acceptor(Map<String, Object> tls) {
    Map<String, Object> acceptor = new HashMap<>(tls);
    acceptor.putAll(Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE"));
    return acceptor;
  }

  /** How often somebody was asked for a password. */
  long signIns() {
    return signIns.get();
  }

  /** Who is let in may do everything. */
  private final class Door implements ActiveMQSecurityManager {
    private final BiPredicate<String, String> opens;

    Door(BiPredicate<String, String> opens) {
      this.opens = opens;
    }

    @Override
    public boolean validateUser(String user, String password) {
      signIns.incrementAndGet();
      return opens.test(user, password);
    }

    @Override
    public boolean validateUserAndRole(
        String user, String password, Set<Role> roles, CheckType checkType) {
      return opens.test(user, password);
    }
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
