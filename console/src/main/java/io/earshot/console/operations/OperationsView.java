package io.earshot.console.operations;

/** Tells what goes on. Safe for many threads. */
@FunctionalInterface
public interface OperationsView {

  /** Cheap enough to be asked every second: what takes long is computed beside, now and then. */
  Operations now();
}
