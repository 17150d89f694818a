package io.earshot.routes.service;

import io.earshot.analysis.language.ChineseText;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.index.ConversationIndex;
import io.earshot.index.IndexSettings;
import io.earshot.index.ServerAddress;
import io.earshot.index.server.PrivateElasticsearch;
import io.earshot.routes.home.Home;
import io.earshot.routes.stage.Activity;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The index and, unless settings name another, the private Elasticsearch under it. */
final class IndexPart implements AutoCloseable {
  private static final long RETRY_MS = 1_000;

  private final Optional<Loading<PrivateElasticsearch>> server;
  private final Loading<ServerAddress> address;
  private final Loading<ConversationIndex> index;
  private final Activity activity;
  private final QueryMeanings meanings;
  private volatile boolean closed;

  private IndexPart(
      Optional<Loading<PrivateElasticsearch>> server,
      Loading<ServerAddress> address,
      IndexSettings settings,
      QueryMeanings meanings,
      Executor executor,
      Activity activity) {
    this.meanings = meanings;
    this.server = server;
    this.address = address;
    this.activity = activity;
    this.index = address.then(found -> open(found, settings), executor);
  }

  static IndexPart start(
      IndexSettings settings, Home home, Notes notes, Executor executor, Activity activity) {
    if (!settings.url().isBlank()) {
      ServerAddress elsewhere =
          new ServerAddress(settings.url(), settings.username(), settings.password());
      return new IndexPart(
          Optional.empty(),
          Loading.of(() -> elsewhere, executor),
          settings,
          new QueryMeanings(home),
          executor,
          activity);
    }
    Loading<PrivateElasticsearch> server =
        Loading.of(
            () ->
                PrivateElasticsearch.start(settings, home.elasticsearch(), home.root(), notes::say),
            executor);
    return new IndexPart(
        Optional.of(server),
        server.then(PrivateElasticsearch::address, executor),
        settings,
        new QueryMeanings(home),
        executor,
        activity);
  }

  private ConversationIndex open(ServerAddress found, IndexSettings settings) {
    ConversationIndex opened =
        ConversationIndex.open(
            found, settings, ChineseText::simplified, ChineseText::syllables, meanings);
    while (!closed) {
      try {
        opened.prepare();
        return opened;
      } catch (EarshotException e) {
        if (e.kind() != ErrorKind.UNAVAILABLE && e.kind() != ErrorKind.EXHAUSTED) {
          opened.close();
          throw e;
        }
        activity.waiting(e.getMessage());
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(RETRY_MS));
      }
    }
    opened.close();
    throw EarshotException.unavailable("The index was closed while it was starting", null);
  }

  Loading<ServerAddress> address() {
    return address;
  }

  Loading<ConversationIndex> index() {
    return index;
  }

  CheckResult check() {
    return index
        .now()
        .map(ConversationIndex::check)
        .orElseGet(() -> CheckResult.failed("index", "is starting, or does not answer yet"));
  }

  @Override
  public void close() {
    closed = true;
    index.dispose(ConversationIndex::close);
    meanings.close();
    server.ifPresent(part -> part.dispose(PrivateElasticsearch::close));
  }
}
