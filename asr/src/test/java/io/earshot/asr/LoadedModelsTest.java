package io.earshot.asr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.asr.model.ModelOrigin;
import io.earshot.asr.model.SpeechModel;
import io.earshot.conversation.EarshotException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoadedModelsTest {
  private final Map<String, BeepEngine> engines = new HashMap<>();
  private final AtomicInteger loads = new AtomicInteger();

  private LoadedModels models(int most) {
    return new LoadedModels(
        most,
        model -> {
          loads.incrementAndGet();
          BeepEngine engine = new BeepEngine();
          engines.put(model.name(), engine);
          return engine;
        });
  }

  private static SpeechModel model(String name) {
    return new SpeechModel(name, "en", Path.of(name), ModelOrigin.OWN, 0);
  }

  @Test
  void letsGoOfTheOneNotUsedForLongest() {
    try (LoadedModels models = models(2)) {
      models.borrow(model("a")).close();
      models.borrow(model("b")).close();
      models.borrow(model("a")).close();
      models.borrow(model("c")).close();
      assertThat(isClosed("b")).isTrue();
      assertThat(isClosed("a")).isFalse();
      assertThat(loads).hasValue(3);
      models.borrow(model("a")).close();
      assertThat(loads).hasValue(3);
    }
    assertThat(isClosed("a") && isClosed("c")).isTrue();
  }

  @Test
  void waitsWhileAllAreInUse() throws Exception {
    try (LoadedModels models = models(1)) {
      LoadedModels.Loan first = models.borrow(model("a"));
      CompletableFuture<LoadedModels.Loan> second =
          CompletableFuture.supplyAsync(() -> models.borrow(model("b")));
      assertThat(models.borrow(model("a")).engine()).isSameAs(first.engine());
      assertThat(second).isNotDone();
      models.share(model("a")).close();
      first.close();
      first.close(); // once more is harmless: the other two still use it
      assertThat(isClosed("a")).isFalse();
    }
  }

  @Test
  void makesRoomWhenTheLastUserLeaves() throws Exception {
    try (LoadedModels models = models(1)) {
      LoadedModels.Loan first = models.borrow(model("a"));
      CompletableFuture<LoadedModels.Loan> second =
          CompletableFuture.supplyAsync(() -> models.borrow(model("b")));
      first.close();
      second.get(10, TimeUnit.SECONDS).close();
      assertThat(isClosed("a")).isTrue();
      assertThatThrownBy(() -> models.share(model("b"))).isInstanceOf(EarshotException.class);
    }
  }

  @Test
  void triesAgainToLoadWhatFailed() {
    AtomicInteger attempts = new AtomicInteger();
    LoadedModels models =
        new LoadedModels(
            1,
            model -> {
              if (attempts.incrementAndGet() == 1) {
                throw EarshotException.misconfigured("broken");
              }
              return new BeepEngine();
            });
    assertThatThrownBy(() -> models.borrow(model("a"))).hasMessage("broken");
    models.borrow(model("a")).close();
    models.close();
    assertThatThrownBy(() -> models.borrow(model("a"))).hasMessageContaining("closed");
  }

  private boolean isClosed(String name) {
    return engines.get(name).open.get() < 0;
  }
}
