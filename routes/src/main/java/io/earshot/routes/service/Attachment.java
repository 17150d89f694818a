package io.earshot.routes.service;

import io.earshot.analysis.language.ChineseText;
import io.earshot.conversation.EarshotException;
import io.earshot.index.ConversationIndex;
import io.earshot.index.ServerAddress;
import io.earshot.ingest.vault.Vault;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.home.RunFile;
import io.earshot.routes.queue.BrokerAddress;
import io.earshot.routes.queue.Queues;
import io.earshot.routes.setup.Settings;
import io.earshot.routes.stage.Activity;
import java.util.Optional;

/** An installation whose host is another process. */
public final class Attachment implements Installation {
  private final Home home;
  private final Vault vault;
  private final Queues queues;
  private final QueryMeanings meanings;
  private final ConversationIndex index;

  private Attachment(
      Home home, Vault vault, Queues queues, QueryMeanings meanings, ConversationIndex index) {
    this.home = home;
    this.meanings = meanings;
    this.vault = vault;
    this.queues = queues;
    this.index = index;
  }

  /**
   * Connects to a host through its run file.
   *
   * @throws EarshotException of kind UNAVAILABLE when it does not answer
   */
  public static Attachment to(RunFile host, Home home, Settings settings) {
    ServerAddress server =
        new ServerAddress(host.indexUrl(), host.indexUser(), host.indexPassword());
    BrokerAddress broker =
        new BrokerAddress(host.brokerUrl(), host.brokerUser(), host.brokerPassword());
    QueryMeanings meanings = new QueryMeanings(home);
    return new Attachment(
        home,
        Vault.open(home.vault()),
        Queues.open(broker, settings.broker().prefix()),
        meanings,
        ConversationIndex.open(
            server, settings.index(), ChineseText::simplified, ChineseText::syllables, meanings));
  }

  @Override
  public Vault vault() {
    return vault;
  }

  @Override
  public Queues queues() {
    return queues;
  }

  @Override
  public ConversationIndex index() {
    return index;
  }

  @Override
  public Optional<Activity> activity() {
    return Optional.empty();
  }

  /** The host is there as long as it holds the lock. */
  @Override
  public boolean alive() {
    Optional<HostLock> lock = HostLock.tryAcquire(home);
    lock.ifPresent(HostLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    queues.close();
    index.close();
    meanings.close();
    vault.close();
  }
}
