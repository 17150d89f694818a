package io.earshot.routes.queue;

import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * An Artemis broker inside this process, with its journal on disk, reachable on loopback with a
 * password made for this run.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int JOURNAL_FILE_BYTES = 2 << 20;
  private static final int PASSWORD_BYTES = 24;

  private final EmbeddedActiveMQ server;
  private final BrokerAddress address;
  private volatile boolean closed;

  private EmbeddedBroker(EmbeddedActiveMQ server, BrokerAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts on the journal in {@code folder}, continuing where an earlier run ended.
   *
   * @param onLostDisk called when the journal can't be written any more: the process must end, for
   *     nothing it is told can be kept
   */
  public static EmbeddedBroker start(Path folder, Runnable onLostDisk) {
    try {
      int port = freePort();
      byte[] secret = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(secret);
      BrokerAddress address =
          new BrokerAddress("tcp://127.0.0.1:" + port, "earshot", HexFormat.of().formatHex(secret));
      EmbeddedActiveMQ server = new EmbeddedActiveMQ();
      server.setConfiguration(configuration(folder, port));
      server.setSecurityManager(new SingleUser(address));
      server.start();
      server
          .getActiveMQServer()
          .registerIOCriticalErrorListener((cause, message, file) -> onLostDisk.run());
      return new EmbeddedBroker(server, address);
    } catch (Exception e) { // the broker's start method declares it
      throw new EarshotException(
          ErrorKind.MISCONFIGURED,
          "The queues in %s can't be opened (%s): free disk space, or see the log; nothing in the vault is lost if you move the folder away"
              .formatted(folder, e),
          e);
    }
  }

  private static Configuration configuration(Path folder, int port) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setName("earshot");
    configuration.setPersistenceEnabled(true);
    configuration.setJournalType(JournalType.NIO);
    configuration.setJournalFileSize(JOURNAL_FILE_BYTES);
    configuration.setJournalMinFiles(2);
    configuration.setJournalDirectory(folder.resolve("journal").toString());
    configuration.setBindingsDirectory(folder.resolve("bindings").toString());
    configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
    configuration.setPagingDirectory(folder.resolve("paging").toString());
    configuration.setJMXManagementEnabled(false);
    // The share of a disk that is in use says nothing about whether a few bytes still fit.
    configuration.setMaxDiskUsage(-1);
    // A worker that is killed leaves no trace but the number of deliveries: keep that on disk.
    configuration.setPersistDeliveryCountBeforeDelivery(true);
    configuration.addAcceptorConfiguration("in-process", "vm://0");
    configuration.addAcceptorConfiguration(
        new TransportConfiguration(
            NettyAcceptorFactory.class.getName(),
            Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE"),
            "loopback"));
    configuration.addAddressSetting("#", addressSettings());
    return configuration;
  }

  private static AddressSettings addressSettings() {
    // Failing is decided by the routes; the broker itself never gives up on a message.
    return new AddressSettings()
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(500)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(10_000)
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(false);
  }

  private static int freePort() throws java.io.IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** For this process: no network between. */
  public BrokerAddress inProcess() {
    return new BrokerAddress("vm://0", address.user(), address.password());
  }

  /** For other processes of this machine. */
  public BrokerAddress onLoopback() {
    return address;
  }

  public CheckResult check() {
    return server.getActiveMQServer().isActive()
        ? CheckResult.ok("broker", "queues are open at " + address.url())
        : CheckResult.failed("broker", "the queues are closed: see the log and start again");
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.stop();
    } catch (Exception e) { // the broker's stop method declares it
      throw EarshotException.unavailable("The queues did not close cleanly: " + e, e);
    }
  }
}
