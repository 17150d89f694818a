package io.earshot.routes.feed.files;

import io.earshot.conversation.CheckResult;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Inlet;
import java.io.IOException;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;

/**
 * Brings the files of a place, look by look.
 *
 * <p>Driven by a timer like folders are, and not by Camel's consumer of each protocol: those take
 * the names of a listing for paths, hold whole listings, fetch file by file without knowing what
 * belongs together, and read everything again that stays (RATIONALE.md).
 */
public final class FileFeed implements Feed {
  private static final int TICK_MS = 250;

  private final Place place;
  private final Afterwards afterwards;

  /**
   * Prepares; nobody is asked for anything yet.
   *
   * @param place where they lie
   * @param afterwards what becomes of them there
   */
  public FileFeed(Place place, Afterwards afterwards) {
    this.place = place;
    this.afterwards = afterwards;
  }

  @Override
  public String kind() {
    return place.about().kind();
  }

  @Override
  public String place() {
    return place.about().text();
  }

  @Override
  public RouteBuilder routes(Inlet inlet) {
    return new RouteBuilder() {
      @Override
      public void configure() {
        Looks looks =
            new Looks(
                new Fetching(place, afterwards, inlet, Clock.systemUTC()),
                inlet,
                place.about().text(),
                Clock.systemUTC());
        from("timer:%s-%s?delay=0&period=%d&fixedRate=false"
                .formatted(inlet.name(), place.about().kind(), TICK_MS))
            .routeId(inlet.name() + "-" + place.about().kind())
            .process(exchange -> looks.tick(exchange.getContext()::isStopping));
      }
    };
  }

  @Override
  public CheckResult check() {
    try (Visit visit = place.visit()) {
      visit.list(new FirstOnly());
      String warning = place.about().warning();
      return CheckResult.ok("source", warning.isEmpty() ? place() : place() + ": " + warning);
    } catch (IOException | RuntimeException e) { // an edge: see Looks
      return CheckResult.failed("source", Looks.why(place(), e));
    }
  }

  /** Enough to know that a place can be listed. */
  private static final class FirstOnly implements Listing {
    @Override
    public boolean found(RemoteFile file) {
      return false;
    }

    @Override
    public void refused(String name, String why) {
      // The service refuses it by name when it runs.
    }
  }
}
