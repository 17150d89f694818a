package io.earshot.analysis;

import io.earshot.conversation.EarshotException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A fixed number of threads that all conversations share. The queue holds at most one task for each
 * thread and calling thread, so callers bound it.
 */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "earshot-analysis-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Applies the function to each item, on all threads, keeping the order. */
  <A, B> List<B> map(List<A> items, Function<A, B> function) {
    Object[] results = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
            results[i] = function.apply(items.get(i));
          }
        };
    run(work, Math.min(threads, items.size()));
    @SuppressWarnings("unchecked") // only ever filled by the function
    List<B> typed = (List<B>) Arrays.asList(results);
    return typed;
  }

  private void run(Runnable work, int times) {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      running.add(pool.submit(work));
    }
    try {
      for (Future<?> task : running) {
        task.get();
      }
    } catch (ExecutionException e) {
      running.forEach(task -> task.cancel(false));
      throw unwrapped(e);
    } catch (InterruptedException e) {
      running.forEach(task -> task.cancel(false));
      Thread.currentThread().interrupt();
      throw EarshotException.unavailable("The analysis was interrupted; try it again", e);
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException cause) {
      return cause;
    }
    if (e.getCause() instanceof Error cause) {
      throw cause;
    }
    return new IllegalStateException(e.getCause());
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
