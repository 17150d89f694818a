package io.earshot.ingest;

import io.earshot.conversation.Conversation;
import java.util.HashMap;
import java.util.Map;

/** Which speech model is to hear a recording, as one of its attributes. */
final class ModelWish {
  private ModelWish() {}

  /** Files can't choose a speech model: who may use which is not for them to say. */
  static Map<String, String> in(
      Map<String, String> facts, IntakeOptions options, IngestSettings settings) {
    Map<String, String> attributes = new HashMap<>(facts);
    attributes.remove(Conversation.SPEECH_MODEL);
    String model = options.model().orElse(settings.model());
    if (!model.isEmpty()) {
      attributes.put(Conversation.SPEECH_MODEL, model);
    }
    return attributes;
  }
}
