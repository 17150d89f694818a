package io.earshot.console.label;

import io.earshot.console.http.Api;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import java.util.List;

/** Tells what intents and emotions are called, to everyone who is signed in. */
public final class LabelSection implements Section {
  private final Labels labels;

  public LabelSection(Labels labels) {
    this.labels = labels;
  }

  private record Answer(List<Label> intents, List<Label> emotions) {}

  @Override
  public void register(Api api) {
    api.onAny("getLabels", call -> Reply.ok(new Answer(labels.intents(), labels.emotions())));
  }
}
