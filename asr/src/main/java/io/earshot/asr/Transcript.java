package io.earshot.asr;

import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.Turn;
import java.util.List;

/**
 * What was said in a recording.
 *
 * @param language that was recognised, such as {@code en}
 * @param languageConfidence how sure that is, 0 to 1; 1 when it was told
 * @param model name of the speech model that was used
 * @param audioMs length of the recording
 * @param wallMs time it took
 * @param speakerSource how the speakers are known
 * @param speakerConfidence how sure that is, 0 to 1
 * @param turns in order of their start; turns of different tracks may overlap
 */
public record Transcript(
    String language,
    double languageConfidence,
    String model,
    long audioMs,
    long wallMs,
    SpeakerSource speakerSource,
    double speakerConfidence,
    List<Turn> turns) {

  public Transcript {
    turns = List.copyOf(turns);
  }
}
