package io.earshot.asr.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.conversation.Voice;
import io.earshot.conversation.Word;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceTrackTest {
  private static final int SAMPLES_PER_MS = 16;

  @Test
  void sumsUpTheFramesUnderTheWords() {
    // Two stretches of a segment: one second at 120 Hz from 5 s on, one at 200 Hz from 9 s on.
    float[] sound =
        TelephoneVoice.join(
            TelephoneVoice.voiced(1, t -> 120, 600, 8000),
            TelephoneVoice.voiced(1, t -> 200, 600, 4000));
    VoiceTrack track = track(sound, 5000, 9000);
    Voice first = track.of(List.of(word(5100, 5500), word(5600, 5900))).orElseThrow();
    Voice second = track.of(List.of(word(9100, 9900))).orElseThrow();
    assertThat(first.pitchHz()).isCloseTo(120, within(2.0));
    assertThat(second.pitchHz()).isCloseTo(200, within(3.0));
    assertThat(first.pitchRange()).isLessThan(0.5);
    assertThat(first.levelDbfs()).isGreaterThan(second.levelDbfs() + 2);
    assertThat(first.levelRange()).isLessThan(2);
    assertThat(first.voicedShare()).isEqualTo(1);
    assertThat(track.of(List.of(word(6500, 7000)))).isEmpty();
    assertThat(track.of(List.of())).isEmpty();
  }

  @Test
  void measuresTheRangeOfAMelody() {
    float[] sound = TelephoneVoice.voiced(2, t -> 100 * Math.pow(2, t / 2), 600, 8000);
    Voice voice = track(sound, 0, 1000).of(List.of(word(50, 1950))).orElseThrow();
    assertThat(voice.pitchRange()).isCloseTo(0.8 * 12 * 1.9 / 2, within(0.6));
  }

  @Test
  void leavesPausesOutOfTheLevel() {
    float[] voice = TelephoneVoice.voiced(0.5, t -> 150, 600, 8000);
    float[] sound = TelephoneVoice.join(voice, TelephoneVoice.noise(1, 20, 1), voice);
    VoiceTrack track = track(sound, 0, 1000);
    Voice all = track.of(List.of(word(0, 2000))).orElseThrow();
    Voice alone = track.of(List.of(word(50, 450))).orElseThrow();
    assertThat(all.levelDbfs()).isCloseTo(alone.levelDbfs(), within(0.7));
    assertThat(all.voicedShare()).isGreaterThan(0.9);
  }

  @Test
  void hearsNoPitchInNoise() {
    Voice voice =
        track(TelephoneVoice.noise(2, 8000, 3), 0, 1000).of(List.of(word(0, 2000))).orElseThrow();
    assertThat(voice.voicedShare()).isLessThan(0.05);
    assertThat(voice.levelDbfs()).isBetween(-40.0, -10.0);
  }

  @Test
  void staysFiniteForAnyWords() {
    VoiceTrack track = track(new float[16_000], 100, 700);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      long start = random.nextInt(2500);
      Word word = word(start, start + random.nextInt(900));
      track
          .of(List.of(word))
          .ifPresent(
              voice -> {
                assertThat(voice.levelDbfs()).isFinite().isNegative();
                assertThat(voice.tiltDb()).isFinite();
                assertThat(voice.pitchHz()).isZero();
                assertThat(voice.pitchRange()).isZero();
                assertThat(voice.voicedShare()).isZero();
              });
    }
  }

  /** A track with one segment of two equally long stretches. */
  private static VoiceTrack track(float[] telephone, long firstMs, long secondMs) {
    float[] sound = TelephoneVoice.received(telephone);
    int half = sound.length / 2;
    Placement placement =
        new Placement(
            List.of(
                new Splice(0, firstMs * SAMPLES_PER_MS),
                new Splice(half, secondMs * SAMPLES_PER_MS)),
            sound.length);
    VoiceTrack track = new VoiceTrack();
    track.add(VoiceMeter.measure(sound), placement);
    return track;
  }

  private static Word word(long startMs, long endMs) {
    return new Word("word", startMs, endMs, 1);
  }
}
