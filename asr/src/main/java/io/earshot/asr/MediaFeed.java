package io.earshot.asr;

import io.earshot.asr.segment.GateSettings;
import io.earshot.asr.segment.Segmenter;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.asr.sound.AudioReader;
import io.earshot.asr.sound.Resampler;
import io.earshot.conversation.EarshotException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Leads the sound of one file, channel by channel, through resampling and segmenting. */
final class MediaFeed {
  private static final int MOST_CHANNELS = 8;

  private final AudioReader reader;
  private final SegmentSink sink;
  private final float[][] block;
  private final List<Line> lines = new ArrayList<>();

  /** One channel on its way. */
  private record Line(Resampler resampler, Segmenter segmenter) {
    void accept(float[] samples, int count) {
      float[] resampled = resampler.process(samples, count);
      segmenter.accept(resampled, resampled.length);
    }

    void finish(long inputSamples) {
      float[] rest = resampler.finish(inputSamples);
      segmenter.accept(rest, rest.length);
      segmenter.finish();
    }
  }

  /**
   * Gets ready to read.
   *
   * @param tracks of the channels that are listened to, from the first: fewer when they are alike
   * @param name of the file, for messages
   */
  MediaFeed(AudioReader reader, int tracks, GateSettings gate, SegmentSink sink, String name) {
    this.reader = reader;
    this.sink = sink;
    this.block = new float[reader.info().channels()][reader.info().sampleRate() / 2];
    int channels = reader.info().channels();
    if (channels > MOST_CHANNELS) {
      throw EarshotException.badInput(
          "%s has %d channels, more than the %d a call may have"
              .formatted(name, channels, MOST_CHANNELS));
    }
    for (int channel = 0; channel < tracks; channel++) {
      int track = sink.addTrack();
      lines.add(
          new Line(
              new Resampler(reader.info().sampleRate(), SpeechSegment.SAMPLE_RATE),
              new Segmenter(gate, segment -> this.sink.add(track, segment))));
    }
  }

  /**
   * Reads to the end or to the longest allowed length.
   *
   * @param heardMs told now and then how much was read
   * @return milliseconds read
   */
  long run(Duration longest, LongConsumer heardMs) {
    int rate = reader.info().sampleRate();
    long samples = 0;
    long most = longest.toMillis() * rate / 1000;
    for (int got = reader.read(block); got >= 0 && samples < most; got = reader.read(block)) {
      samples += got;
      for (int channel = 0; channel < lines.size(); channel++) {
        lines.get(channel).accept(block[channel], got);
      }
      heardMs.accept(samples * 1000 / rate);
    }
    for (Line line : lines) {
      line.finish(samples);
    }
    return samples * 1000 / rate;
  }
}
