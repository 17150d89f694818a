package io.earshot.asr.redaction;

import io.earshot.asr.sound.CallSound;
import io.earshot.asr.sound.MediaDecoder;
import io.earshot.asr.sound.WavWriter;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a call's sound with stretches of it silenced. Stateless, for any thread. */
public final class RedactedRecording {
  // Words go on for up to 45 ms after their recognised end, 98 of 100 times (README); with the fade
  // it stays below 100 ms.
  private static final long MARGIN_MS = 70;
  private static final int BLOCKS_PER_SECOND = 4;

  private RedactedRecording() {}

  /**
   * Writes all tracks of a call on one clock as one WAV file, 16-bit PCM at the highest rate among
   * its files; RF64 when it grows over 4 GB.
   *
   * <p>Each silence is widened by 70 ms on both sides and faded over another 8 ms. Where the same
   * sound is heard on another track too, it is silenced there as well, for as long and as much
   * later as it comes there; what the other party says by themselves stays. Sound beyond the
   * decoder's longest duration was not transcribed either and is left out.
   *
   * @param media in the order of the transcription, so that track numbers are the same
   * @param silences times of the words to be silenced; in any order, overlapping or not
   * @param wav is written and flushed, neither synced nor closed
   * @return what was silenced on which track, without overlaps, by track and time
   * @throws EarshotException of kind BAD_INPUT when a file can't be decoded or has changed,
   *     EXHAUSTED when {@code wav} takes no more
   */
  public static List<Silence> write(
      List<Path> media, List<Silence> silences, OutputStream wav, MediaDecoder decoder) {
    List<Silence> wanted =
        Silences.joined(
            silences.stream().map(silence -> silence.widened(MARGIN_MS, MARGIN_MS)).toList());
    LeakSearch search = new LeakSearch(wanted);
    try (CallSound sound = CallSound.open(media, decoder)) {
      requireTracks(wanted, sound.tracks());
      search.run(sound);
    }
    List<Silence> everywhere = new ArrayList<>(wanted);
    everywhere.addAll(search.leaks());
    List<Silence> applied = Silences.joined(everywhere);
    try (CallSound sound = CallSound.open(media, decoder)) {
      copy(sound, search.samples(), applied, wav);
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The redacted recording can't be written: check free disk and write permission", e);
    }
    return applied;
  }

  private static void requireTracks(List<Silence> silences, int tracks) {
    for (Silence silence : silences) {
      if (silence.audioChannel() >= tracks) {
        throw EarshotException.badInput(
            "Track %d is to be silenced, but the recording has %d: give the files it was transcribed from"
                .formatted(silence.audioChannel(), tracks));
      }
    }
  }

  private static void copy(CallSound sound, long samples, List<Silence> silences, OutputStream wav)
      throws IOException {
    WavWriter writer = new WavWriter(wav, sound.tracks(), sound.sampleRate(), samples);
    Mute mute = new Mute(silences, sound.tracks(), sound.sampleRate());
    float[][] block = new float[sound.tracks()][sound.sampleRate() / BLOCKS_PER_SECOND];
    for (int got = sound.read(block); got >= 0; got = sound.read(block)) {
      mute.apply(block, got);
      writer.write(block, got);
    }
    writer.finish();
  }
}
