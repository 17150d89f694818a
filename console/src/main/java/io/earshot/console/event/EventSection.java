package io.earshot.console.event;

import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Section;
import io.vertx.ext.web.RoutingContext;

/** Lets pages listen to what happens. */
public final class EventSection implements Section {
  private final Events events;

  public EventSection(Events events) {
    this.events = events;
  }

  @Override
  public void register(Api api) {
    api.onStream("getEvents", Right.SEARCH, this::listen);
  }

  private void listen(Call call, RoutingContext request) {
    try {
      events.open(new EventClient(call.caller(), request));
    } catch (Problem e) {
      Api.fail(request, e);
    }
  }
}
