package io.earshot.ingest.chat.platform;

import io.earshot.ingest.chat.json.EarshotShape;
import io.earshot.ingest.chat.json.JsonShape;
import java.util.List;

/** The systems whose exports are known. */
public final class Platforms {
  private Platforms() {}

  /** Their shapes, those with the most telling marks first; each serves all threads. */
  public static List<JsonShape> shapes() {
    return List.of(
        new ContactLensShape(),
        new PostCallShape(),
        new EarshotShape(),
        new IntercomShape(),
        new LiveChatShape(),
        new ZendeskShape(),
        new AliyunShape(),
        new InsightsShape());
  }
}
