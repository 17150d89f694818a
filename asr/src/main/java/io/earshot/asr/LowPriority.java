package io.earshot.asr;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets everything else on the machine go first. A call may be heard a second later, but whoever
 * searches meanwhile should not wait for a recognizer. Where nothing else wants the processor,
 * nothing is slower.
 */
final class LowPriority {
  private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);
  private static final int OF_A_PROCESS = 0;

  /** On Linux a thread is a process to this call, and 0 the thread that calls. */
  private static final int THIS = 0;

  /** About a tenth of the weight of other threads (sched(7)). */
  private static final int NICE = 10;

  private LowPriority() {}

  /** From now on this thread comes last; other systems than Linux go on as before. */
  static void begin() {
    if (Platform.isLinux()) {
      try {
        CLibrary.setpriority(OF_A_PROCESS, THIS, NICE);
      } catch (UnsatisfiedLinkError e) {
        LOG.debug("Recognizers run with the usual priority", e);
      }
    }
  }

  /** Loaded on first use. */
  private static final class CLibrary {
    static {
      Native.register(CLibrary.class, Platform.C_LIBRARY_NAME);
    }

    private CLibrary() {}

    static native int setpriority(int which, int who, int priority);
  }
}
