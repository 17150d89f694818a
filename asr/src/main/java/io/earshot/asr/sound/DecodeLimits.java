package io.earshot.asr.sound;

import java.time.Duration;

/**
 * What one decoding process may use.
 *
 * @param timeout longest wait for the next sound from the process
 * @param memoryBytes address space of the process
 * @param maxDuration sound beyond this length is not decoded
 */
public record DecodeLimits(Duration timeout, long memoryBytes, Duration maxDuration) {

  // Even the slowest codec is decoded tens of times faster than it plays.
  private static final int LEAST_SPEED = 10;

  /** Processor time of the process, in seconds. */
  long processorSeconds() {
    return timeout.toSeconds() + maxDuration.toSeconds() / LEAST_SPEED;
  }

  /** 60 s without sound, 1 GB, 12 hours. */
  public static DecodeLimits defaults() {
    return new DecodeLimits(Duration.ofSeconds(60), 1L << 30, Duration.ofHours(12));
  }
}
