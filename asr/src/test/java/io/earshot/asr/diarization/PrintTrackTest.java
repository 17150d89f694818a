package io.earshot.asr.diarization;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.diarization.PrintTrack.Frame;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.asr.voice.VoiceMeter;
import io.earshot.conversation.Word;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintTrackTest {
  private static final int RATE = 16_000;

  @Test
  void findsTheLoudestBandOfATone() {
    VoicePrint low = VoicePrintMeter.measure(tone(1, 300));
    VoicePrint high = VoicePrintMeter.measure(tone(1, 2500));
    assertThat(loudest(low, 10)).isLessThan(5);
    assertThat(loudest(high, 10)).isGreaterThan(13);
    assertThat(low.count()).isEqualTo(49);
    assertThat(VoicePrintMeter.measure(new float[100]).count()).isZero();
    assertThat(VoicePrintMeter.measure(new float[RATE]).decibels(5, 5)).isZero();
  }

  @Test
  void findsTheFramesUnderAWordOnTheCallsClock() {
    // One second at 300 Hz from 5 s on, one at 2500 Hz from 9 s on.
    float[] sound = new float[2 * RATE];
    System.arraycopy(tone(1, 300), 0, sound, 0, RATE);
    System.arraycopy(tone(1, 2500), 0, sound, RATE, RATE);
    PrintTrack track = new PrintTrack();
    track.add(
        VoicePrintMeter.measure(sound),
        VoiceMeter.measure(sound),
        new Placement(List.of(new Splice(0, 5 * RATE), new Splice(RATE, 9 * RATE)), 2 * RATE));
    assertThat(track.of(word(5200, 5400)))
        .hasSize(10)
        .allSatisfy(frame -> assertThat(loudest(frame)).isLessThan(5));
    assertThat(track.of(word(9200, 9400)))
        .hasSize(10)
        .allSatisfy(frame -> assertThat(loudest(frame)).isGreaterThan(13));
    assertThat(track.of(word(5900, 9100)).size()).isBetween(8, 11);
    assertThat(track.of(word(7000, 8000))).isEmpty();
    assertThat(track.of(word(20_000, 21_000))).isEmpty();
    assertThat(track.of(word(5200, 5200))).isEmpty();
  }

  private static Word word(long startMs, long endMs) {
    return new Word("a", startMs, endMs, 1);
  }

  private static int loudest(VoicePrint print, int frame) {
    return loudest(new Frame(print, VoiceMeter.measure(new float[0]), frame));
  }

  private static int loudest(Frame frame) {
    int loudest = 0;
    for (int band = 0; band < VoicePrint.BANDS; band++) {
      loudest = frame.decibels(band) > frame.decibels(loudest) ? band : loudest;
    }
    return loudest;
  }

  private static float[] tone(double seconds, double hertz) {
    float[] sound = new float[(int) (seconds * RATE)];
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE));
    }
    return sound;
  }
}
