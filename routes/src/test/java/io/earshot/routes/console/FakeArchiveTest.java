package io.earshot.routes.console;

import io.earshot.asr.playback.Playback;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.console.conversation.Archive;
import io.earshot.console.conversation.Archived;
import io.earshot.console.conversation.testing.FakeArchive;
import io.earshot.conversation.Peaks;
import io.earshot.conversation.Turn;
import java.nio.file.Path;
import java.util.List;

/** The fake that the console's own tests use does what the real one does. */
class FakeArchiveTest extends ArchiveContract {
  @Override
  Archive holding(Archived chat, Archived call, Path sound, Archived redacted, List<Turn> was) {
    MediaDecoder decoder = new MediaDecoder(folder.resolve("cache"), DecodeLimits.defaults());
    Peaks peaks = Playback.of(List.of(sound), decoder).peaks();
    return new FakeArchive()
        .keep(chat)
        .keep(call)
        .keep(redacted)
        .keepSound(id(call), sound, peaks)
        .keepSound(id(redacted), sound, peaks)
        .keepOriginal(id(redacted), was, sound);
  }
}
