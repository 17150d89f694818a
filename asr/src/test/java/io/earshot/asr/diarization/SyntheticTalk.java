package io.earshot.asr.diarization;

import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.asr.voice.TelephoneVoice;
import io.earshot.asr.voice.VoiceMeter;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A call of made-up people on one telephone track: vowels with two formants and hisses, each person
 * with a pitch and a length of throat.
 */
public final class SyntheticTalk {
  private static final int RATE = 8000;
  private static final double[][] VOWELS = {
    {730, 1090}, {270, 2290}, {300, 870}, {530, 1840}, {640, 1190}, {440, 1020}
  };

  private final Random random;
  private final List<float[]> sounds = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Integer> speakers = new ArrayList<>();
  private int samples;

  /** Somebody; the throat scales all formants. */
  public record Person(double pitchHz, double throat, double peak) {}

  /** An empty call. */
  public SyntheticTalk(long seed) {
    random = new Random(seed);
  }

  /** A turn of so many words. */
  public SyntheticTalk says(int speaker, Person person, int count) {
    return says(speaker, person, "word ".repeat(count).strip());
  }

  /** A turn of these words, which sound like nothing in particular. */
  public SyntheticTalk says(int speaker, Person person, String text) {
    for (String word : text.split(" ")) {
      int from = samples;
      int sounding = 2 + random.nextInt(3);
      for (int s = 0; s < sounding; s++) {
        add(syllable(person));
      }
      words.add(new Word(word, milliseconds(from), milliseconds(samples), 0.9));
      speakers.add(speaker);
      silence(random.nextInt(6) == 0 ? 120 : 20);
    }
    silence(150 + random.nextInt(400));
    return this;
  }

  private float[] syllable(Person person) {
    double[] vowel = VOWELS[random.nextInt(VOWELS.length)];
    double seconds = 0.07 + random.nextDouble() * 0.08;
    double hertz = person.pitchHz * varied(0.12);
    float[] low =
        TelephoneVoice.voiced(
            seconds, t -> hertz, vowel[0] * person.throat * varied(0.06), person.peak);
    float[] high =
        TelephoneVoice.voiced(
            seconds, t -> hertz, vowel[1] * person.throat * varied(0.06), person.peak / 3);
    float[] hiss = TelephoneVoice.noise(0.03, person.peak / 8, random.nextLong());
    return TelephoneVoice.join(hiss, TelephoneVoice.sum(low, high));
  }

  // Nobody says the same twice alike.
  private double varied(double deviation) {
    return Math.exp(deviation * random.nextGaussian());
  }

  private void silence(int lengthMs) {
    add(TelephoneVoice.noise(lengthMs / 1000.0, 12, random.nextLong()));
  }

  private void add(float[] sound) {
    sounds.add(sound);
    samples += sound.length;
  }

  private static long milliseconds(int samples) {
    return samples * 1000L / RATE;
  }

  public List<Word> words() {
    return List.copyOf(words);
  }

  public List<Integer> speakers() {
    return List.copyOf(speakers);
  }

  /** All as one stretch from the beginning of the call. */
  public PrintTrack track() {
    float[] sound = TelephoneVoice.received(TelephoneVoice.join(sounds.toArray(float[][]::new)));
    PrintTrack track = new PrintTrack();
    track.add(
        VoicePrintMeter.measure(sound),
        VoiceMeter.measure(sound),
        new Placement(List.of(new Splice(0, 0)), sound.length));
    return track;
  }

  Diarization divided() {
    return Diarizer.divide(words(), track());
  }

  /** The share of words on the wrong voice, whichever is called the first. */
  double wrong(Diarization divided) {
    int wrong = 0;
    for (int i = 0; i < speakers.size(); i++) {
      wrong += divided.voices().get(i).equals(speakers.get(i)) ? 0 : 1;
    }
    return (double) Math.min(wrong, speakers.size() - wrong) / speakers.size();
  }
}
