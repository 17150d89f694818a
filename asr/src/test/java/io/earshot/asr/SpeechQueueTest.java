package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.asr.engine.DeafRecognizer;
import io.earshot.asr.engine.HeardWord;
import io.earshot.asr.engine.Recognizer;
import io.earshot.asr.engine.SpeechEngine;
import io.earshot.asr.segment.Placement;
import io.earshot.asr.segment.Placement.Splice;
import io.earshot.asr.segment.SpeechSegment;
import io.earshot.conversation.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a call's words depend on, and what they don't. */
class SpeechQueueTest {
  private static final int SEGMENTS = 45;

  @Test
  void hearsTheSameWhateverElseRuns() throws Exception {
    try (RecognizerPool one = new RecognizerPool(1, 1, model -> new Remembering());
        RecognizerPool four = new RecognizerPool(4, 1, model -> new Remembering())) {
      List<List<Word>> alone = heard(one, true);
      ExecutorService threads = Executors.newFixedThreadPool(5);
      try {
        List<Future<List<List<Word>>>> calls = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
          calls.add(threads.submit(() -> heard(four, true)));
        }
        for (Future<List<List<Word>>> call : calls) {
          assertThat(call.get()).isEqualTo(alone);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void changesNoWordByLookingForAlternatives() {
    try (RecognizerPool pool = new RecognizerPool(2, 1, model -> new Remembering())) {
      List<List<Word>> with = heard(pool, true);
      List<List<Word>> without = heard(pool, false);
      for (int track = 0; track < with.size(); track++) {
        assertThat(with.get(track))
            .extracting(Word::text)
            .isEqualTo(without.get(track).stream().map(Word::text).toList());
        assertThat(with.get(track))
            .as("the more doubtful half")
            .anySatisfy(word -> assertThat(word.alternatives()).containsExactly("other"));
        assertThat(without.get(track))
            .allSatisfy(word -> assertThat(word.alternatives()).isEmpty());
      }
    }
  }

  @Test
  void freesItsRecognizersWhenGivenUp() {
    Remembering engine = new Remembering();
    try (RecognizerPool pool = new RecognizerPool(2, 1, model -> engine)) {
      SpeechQueue queue =
          new SpeechQueue(pool.use(Words.MODEL), "en", AlternativeSettings.defaults());
      int track = queue.addTrack();
      for (int i = 0; i < SEGMENTS; i++) {
        queue.add(track, segment(i));
      }
      queue.close();
      queue.close();
    }
    assertThat(engine.open.get()).isZero();
  }

  private static List<List<Word>> heard(RecognizerPool pool, boolean keep) {
    AlternativeSettings alternatives = new AlternativeSettings(keep, 0.6);
    try (RecognizerPool.ModelUse model = pool.use(Words.MODEL);
        SpeechQueue queue = new SpeechQueue(model, "en", alternatives)) {
      int first = queue.addTrack();
      int second = queue.addTrack();
      for (int i = 0; i < SEGMENTS; i++) {
        queue.add(i % 3 == 0 ? first : second, segment(i));
      }
      return queue.heard().stream().map(SpeechQueue.Track::words).toList();
    }
  }

  private static SpeechSegment segment(int number) {
    Placement place = new Placement(List.of(new Splice(0, number * 16_000L)), 1600);
    return new SpeechSegment(new float[1600], place);
  }

  /** An engine whose words tell how much their recognizer has heard before. */
  private static final class Remembering implements SpeechEngine {
    final AtomicInteger open = new AtomicInteger();

    @Override
    public Recognizer newRecognizer(List<String> words) {
      return new DeafRecognizer();
    }

    @Override
    public Recognizer newRecognizer() {
      open.incrementAndGet();
      return new Recognizer() {
        private int heard;

        @Override
        public List<HeardWord> recognize(float[] samples) {
          return List.of(new HeardWord("word" + heard++, 0, 0.05, 0.3));
        }

        @Override
        public List<List<HeardWord>> hypotheses(float[] samples, int most) {
          heard++;
          return List.of(List.of(new HeardWord("other", 0, 0.05, 0)));
        }

        @Override
        public void close() {
          open.decrementAndGet();
        }
      };
    }

    @Override
    public void close() {}
  }
}
