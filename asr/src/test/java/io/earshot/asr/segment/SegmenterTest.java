package io.earshot.asr.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmenterTest {
  private static final int RATE = SpeechSegment.SAMPLE_RATE;
  private final Random random = new Random(3);

  @Test
  void leavesSilenceOut() {
    assertThat(segments(noise(60, 20))).isEmpty();
    assertThat(segments(new float[60 * RATE])).isEmpty();
  }

  @Test
  void keepsSpeechWithItsEdges() {
    float[] sound = noise(10, 20);
    speak(sound, 3.0, 5.0);
    List<SpeechSegment> segments = segments(sound);
    assertThat(segments).hasSize(1);
    Placement placement = segments.get(0).placement();
    assertThat(placement.position()).isBetween((long) (2.6 * RATE), (long) (2.9 * RATE));
    assertThat(placement.position() + placement.length())
        .isBetween((long) (5.2 * RATE), (long) (5.6 * RATE));
  }

  @Test
  void findsSpeechInALouderPlaceToo() {
    float[] sound = noise(40, 300);
    speak(sound, 20, 23);
    double kept = seconds(segments(sound));
    assertThat(kept).isBetween(3.0, 8.0);
  }

  @Test
  void ignoresClicks() {
    float[] sound = noise(10, 20);
    for (int i = 0; i < 100; i++) {
      sound[5 * RATE + i] = 20_000;
    }
    assertThat(segments(sound)).isEmpty();
  }

  @Test
  void packsShortStretchesIntoOneSegmentThatKnowsTheirPlaces() {
    float[] sound = noise(60, 20);
    speak(sound, 5, 7);
    speak(sound, 30, 32);
    speak(sound, 50, 51);
    List<SpeechSegment> segments = segments(sound);
    assertThat(segments).hasSize(1);
    assertThat(segments.get(0).placement().splices()).hasSize(3);
    assertThat(seconds(segments)).isLessThan(8);
    holdsTheSoundOf(segments, sound);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void losesNothingAndDoublesNothing(long seed) {
    Random script = new Random(seed);
    float[] sound = noise(180, 30);
    for (double at = 0.5; at < 175; at += 0.1 + 3 * script.nextDouble()) {
      double until =
          Math.min(179, at + 0.2 + (script.nextInt(8) == 0 ? 40 : 4) * script.nextDouble());
      speak(sound, at, until);
      at = until;
    }
    List<SpeechSegment> segments = segments(sound);
    long last = 0;
    for (SpeechSegment segment : segments) {
      assertThat(segment.samples().length)
          .isLessThanOrEqualTo((int) (GateSettings.defaults().maxLength().toSeconds() + 1) * RATE);
      for (Placement.Splice splice : segment.placement().splices()) {
        assertThat(splice.position()).isGreaterThanOrEqualTo(last);
        last = splice.position();
      }
    }
    holdsTheSoundOf(segments, sound);
    assertThat(loudOutside(segments, sound)).isLessThan(0.005);
  }

  @Test
  void cutsLongSpeechAtItsQuietestPlace() {
    float[] sound = noise(60, 20);
    speak(sound, 1, 59);
    // A breath, shorter than any hang-over.
    Arrays.fill(sound, 21 * RATE, (int) (21.2 * RATE), 0);
    List<SpeechSegment> segments = segments(sound);
    long end = segments.get(0).placement().position() + segments.get(0).samples().length;
    assertThat(end).isBetween(21L * RATE, (long) (21.2 * RATE));
  }

  @Test
  void doesNotDependOnTheBlocks() {
    float[] sound = noise(30, 20);
    speak(sound, 2, 20);
    List<SpeechSegment> blocks = new ArrayList<>();
    Segmenter segmenter = new Segmenter(GateSettings.defaults(), blocks::add);
    for (int at = 0; at < sound.length; ) {
      int count = Math.min(sound.length - at, 1 + random.nextInt(3000));
      segmenter.accept(Arrays.copyOfRange(sound, at, at + count), count);
      at += count;
    }
    segmenter.finish();
    List<SpeechSegment> whole = segments(sound);
    assertThat(blocks).hasSameSizeAs(whole);
    for (int i = 0; i < whole.size(); i++) {
      assertThat(blocks.get(i).placement()).isEqualTo(whole.get(i).placement());
      assertThat(blocks.get(i).samples()).containsExactly(whole.get(i).samples());
    }
  }

  @Test
  void placesWordsOnTheChannelsClock() {
    Placement placement =
        new Placement(
            List.of(new Placement.Splice(0, RATE), new Placement.Splice(2 * RATE, 10L * RATE)),
            4 * RATE);
    assertThat(placement.locate(0.5, 1.0)).isEqualTo(new Placement.Span(1500, 2000));
    assertThat(placement.locate(2.5, 3.0)).isEqualTo(new Placement.Span(10_500, 11_000));
    assertThat(placement.locate(1.5, 2.2)).isEqualTo(new Placement.Span(2500, 3000));
  }

  private static List<SpeechSegment> segments(float[] sound) {
    List<SpeechSegment> segments = new ArrayList<>();
    Segmenter segmenter = new Segmenter(GateSettings.defaults(), segments::add);
    segmenter.accept(sound, sound.length);
    segmenter.finish();
    return segments;
  }

  private static double seconds(List<SpeechSegment> segments) {
    return segments.stream().mapToInt(segment -> segment.samples().length).sum() / (double) RATE;
  }

  private static void holdsTheSoundOf(List<SpeechSegment> segments, float[] sound) {
    for (SpeechSegment segment : segments) {
      List<Placement.Splice> splices = segment.placement().splices();
      for (int i = 0; i < splices.size(); i++) {
        int from = splices.get(i).offset();
        int to = i + 1 < splices.size() ? splices.get(i + 1).offset() : segment.samples().length;
        int at = (int) splices.get(i).position();
        int inside = Math.min(to - from, sound.length - at);
        assertThat(Arrays.equals(segment.samples(), from, from + inside, sound, at, at + inside))
            .isTrue();
      }
    }
  }

  /** The share of loud samples that are in no segment. */
  private static double loudOutside(List<SpeechSegment> segments, float[] sound) {
    boolean[] kept = new boolean[sound.length];
    for (SpeechSegment segment : segments) {
      List<Placement.Splice> splices = segment.placement().splices();
      for (int i = 0; i < splices.size(); i++) {
        int to = i + 1 < splices.size() ? splices.get(i + 1).offset() : segment.samples().length;
        int at = (int) splices.get(i).position();
        Arrays.fill(kept, at, Math.min(kept.length, at + to - splices.get(i).offset()), true);
      }
    }
    long loud = 0;
    long lost = 0;
    for (int i = 0; i < sound.length; i++) {
      if (Math.abs(sound[i]) > 1000) {
        loud++;
        lost += kept[i] ? 0 : 1;
      }
    }
    return (double) lost / Math.max(1, loud);
  }

  private float[] noise(int seconds, double deviation) {
    float[] noise = new float[seconds * RATE];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (deviation * random.nextGaussian());
    }
    return noise;
  }

  /** Puts something with speech's level and syllables between two times. */
  private void speak(float[] sound, double from, double to) {
    for (int i = (int) (from * RATE); i < (int) (to * RATE); i++) {
      double syllable = 0.55 + 0.45 * Math.sin(2 * Math.PI * 4 * i / RATE);
      sound[i] += (float) (4000 * syllable * random.nextGaussian());
    }
  }

  @Test
  void hasDefaultsThatFitTogether() {
    GateSettings settings = GateSettings.defaults();
    assertThat(settings.closeDb()).isLessThanOrEqualTo(settings.openDb());
    assertThat(settings.maxLength()).isGreaterThan(settings.targetLength());
    assertThat(settings.preRoll()).isLessThan(Duration.ofSeconds(1));
  }
}
