package io.earshot.console.http;

/** A part of the console that answers some operations of the contract. */
@FunctionalInterface
public interface Section {
  /** Registers its operations; called once, before anything is served. */
  void register(Api api);
}
