package io.earshot.asr.testing;

import io.earshot.asr.Recording;
import io.earshot.asr.Transcriber;
import io.earshot.conversation.Speaker;
import io.earshot.conversation.Turn;
import io.earshot.conversation.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

class FakeTranscriberTest extends TranscriberContract {

  @Override
  protected Transcriber open() {
    Word word = new Word("hello", 100, 300, 0.9);
    Turn turn = new Turn(0, Speaker.AGENT, 0, 100, 300, "hello", 0.9, List.of(word));
    return new FakeTranscriber().script("hello.wav", List.of(turn));
  }

  @Override
  protected Recording recording() throws IOException {
    return Recording.of(Files.writeString(folder.resolve("hello.wav"), "sound"));
  }
}
