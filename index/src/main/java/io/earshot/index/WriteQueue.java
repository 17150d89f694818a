package io.earshot.index;

import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Group commit: callers wait in line while the group before them is written, and go together as the
 * next one. Alone, a caller goes at once; among many, one request carries many conversations.
 *
 * <p>Bounded by count and bytes of the line; a caller beyond them waits to get in. Versions of the
 * same conversation never share or cross a group.
 */
final class WriteQueue implements AutoCloseable {
  /**
   * While the server reads one group, the callers of the other make their documents and the next
   * one gathers. The server puts the documents of one request into an index on one thread: a single
   * writer would leave its other processors idle.
   */
  private static final int WRITERS = 2;

  /**
   * When a group is done its callers come back together a moment later. Without this wait the few
   * others would go at once, and groups would swing between small and large.
   */
  private static final long LINGER_NANOS = 8_000_000;

  private static final int MOST_IN_GROUP = 64;
  private static final long MOST_GROUP_BYTES = 8L << 20;
  private static final int MOST_WAITING = 256;
  private static final long MOST_WAITING_BYTES = 64L << 20;

  private final Function<List<DocumentSet>, Map<ConversationId, EarshotException>> writer;
  private final Lock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Waiting> line = new ArrayDeque<>();
  private final Set<ConversationId> beingWritten = new HashSet<>();
  private final List<Thread> threads = new ArrayList<>();
  private long lineBytes;
  private int lastGroup;
  private boolean closed;

  WriteQueue(Function<List<DocumentSet>, Map<ConversationId, EarshotException>> writer) {
    this.writer = writer;
  }

  private record Waiting(DocumentSet documents, CompletableFuture<Void> done) {}

  void start() {
    for (int i = 0; i < WRITERS; i++) {
      Thread thread = new Thread(this::run, "earshot-index-writer-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** Returns when every document was acknowledged. */
  void write(DocumentSet documents) {
    Waiting waiting = new Waiting(documents, new CompletableFuture<>());
    enqueue(waiting);
    try {
      waiting.done().join();
    } catch (CompletionException e) {
      throw rethrowable(documents.id(), e.getCause());
    }
  }

  private static EarshotException rethrowable(ConversationId id, Throwable cause) {
    ErrorKind kind = cause instanceof EarshotException known ? known.kind() : ErrorKind.BUG;
    return new EarshotException(
        kind, "Indexing conversation %s: %s".formatted(id, cause.getMessage()), cause);
  }

  private void enqueue(Waiting waiting) {
    lock.lock();
    try {
      while (!closed && isFull()) {
        changed.awaitUninterruptibly();
      }
      if (closed) {
        throw EarshotException.unavailable("The index was closed", null);
      }
      line.add(waiting);
      lineBytes += waiting.documents().bytes();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull() {
    return line.size() >= MOST_WAITING || lineBytes >= MOST_WAITING_BYTES;
  }

  private void run() {
    List<Waiting> group = nextGroup();
    while (!group.isEmpty()) {
      try {
        settle(group, writer.apply(group.stream().map(Waiting::documents).toList()));
      } catch (RuntimeException | Error e) {
        // The edge of this thread: the callers get the failure, the thread goes on.
        group.forEach(waiting -> waiting.done().completeExceptionally(e));
      } finally {
        release(group);
      }
      group = nextGroup();
    }
  }

  private static void settle(List<Waiting> group, Map<ConversationId, EarshotException> failures) {
    for (Waiting waiting : group) {
      EarshotException failure = failures.get(waiting.documents().id());
      if (failure == null) {
        waiting.done().complete(null);
      } else {
        waiting.done().completeExceptionally(failure);
      }
    }
  }

  /** Waits for work; an empty group means the end. */
  private List<Waiting> nextGroup() {
    lock.lock();
    try {
      while (true) {
        linger();
        List<Waiting> group = take();
        if (!group.isEmpty() || (closed && line.isEmpty())) {
          return group;
        }
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives the line a moment to become about as long as the last group; none after a lone caller.
   */
  private void linger() {
    long left = LINGER_NANOS;
    while (!closed && left > 0 && !line.isEmpty() && line.size() < lastGroup * 3 / 4) {
      try {
        left = changed.awaitNanos(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private List<Waiting> take() {
    List<Waiting> group = new ArrayList<>();
    Set<ConversationId> passedOver = new HashSet<>();
    long bytes = 0;
    for (Waiting waiting : List.copyOf(line)) {
      ConversationId id = waiting.documents().id();
      long size = waiting.documents().bytes();
      if (!group.isEmpty() && (group.size() >= MOST_IN_GROUP || bytes + size > MOST_GROUP_BYTES)) {
        break;
      }
      if (!passedOver.contains(id) && beingWritten.add(id)) {
        line.remove(waiting);
        group.add(waiting);
        bytes += size;
      } else {
        passedOver.add(id);
      }
    }
    if (!group.isEmpty()) {
      lineBytes -= bytes;
      lastGroup = group.size();
      changed.signalAll(); // there is room; writers who found nothing must not wake each other
    }
    return group;
  }

  private void release(List<Waiting> group) {
    lock.lock();
    try {
      group.forEach(waiting -> beingWritten.remove(waiting.documents().id()));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Lets what waits be written, then ends the writers. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    for (Thread thread : threads) {
      joinUninterruptibly(thread);
    }
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
