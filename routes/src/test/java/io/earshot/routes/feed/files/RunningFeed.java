package io.earshot.routes.feed.files;

import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Inlet;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A feed's routes at work in a Camel of their own. */
public final class RunningFeed implements AutoCloseable {
  private final CamelContext camel = new DefaultCamelContext();

  public RunningFeed(Feed feed, Inlet inlet) {
    try {
      camel.getShutdownStrategy().setTimeout(5);
      camel.addRoutes(feed.routes(inlet));
      camel.start();
    } catch (Exception e) { // Camel's methods declare it
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    camel.stop();
  }
}
