package io.earshot.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WriteQueueTest {
  private final List<List<ConversationId>> groups = new CopyOnWriteArrayList<>();

  @Test
  void callersThatWaitGoTogetherButVersionsOfOneConversationDoNot() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (WriteQueue queue =
        new WriteQueue(
            group -> {
              groups.add(group.stream().map(DocumentSet::id).toList());
              started.countDown();
              awaitUnchecked(goOn);
              return Map.of();
            })) {
      queue.start();
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      callers.add(CompletableFuture.runAsync(() -> queue.write(documents("first"))));
      started.await();
      for (String name : List.of("a", "b", "b", "c")) {
        callers.add(CompletableFuture.runAsync(() -> queue.write(documents(name))));
      }
      goOn.countDown();
      callers.forEach(CompletableFuture::join);
    }
    assertThat(groups).allSatisfy(group -> assertThat(group).doesNotHaveDuplicates());
    assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(5);
  }

  @Test
  void eachCallerGetsItsOwnFailure() {
    EarshotException bad = EarshotException.badInput("does not fit");
    try (WriteQueue queue = new WriteQueue(group -> Map.of(ConversationId.ofText("bad"), bad))) {
      queue.start();
      assertThatThrownBy(() -> queue.write(documents("bad")))
          .isInstanceOfSatisfying(
              EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
          .hasMessageContaining(ConversationId.ofText("bad").value());
      queue.write(documents("good"));
    }
  }

  @Test
  void writersWithoutWorkRest() {
    try (WriteQueue queue = new WriteQueue(group -> Map.of())) {
      queue.start();
      queue.write(documents("one"));
      long before = timesWaited();
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(30);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      // Each may still have been on its way to rest; waking each other they come to thousands.
      assertThat(timesWaited() - before).isLessThan(10);
    }
  }

  private static long timesWaited() {
    return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(false, false))
        .filter(thread -> thread.getThreadName().startsWith("earshot-index-writer"))
        .mapToLong(ThreadInfo::getWaitedCount)
        .sum();
  }

  @Test
  void aDefectReachesTheCallerAndTheQueueGoesOn() {
    List<DocumentSet> written = new CopyOnWriteArrayList<>();
    WriteQueue queue =
        new WriteQueue(
            group -> {
              if (written.addAll(group) && written.size() == 1) {
                throw new IllegalStateException("defect");
              }
              return Map.of();
            });
    queue.start();
    assertThatThrownBy(() -> queue.write(documents("one")))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BUG));
    queue.write(documents("two"));
    queue.close();
    queue.close();
    assertThatThrownBy(() -> queue.write(documents("three")))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.UNAVAILABLE));
  }

  private static DocumentSet documents(String name) {
    return new DocumentSet(ConversationId.ofText(name), new byte[10], List.of());
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
