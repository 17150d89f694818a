package io.earshot.conversation;

/**
 * The health of one part, as a value: cheap to ask for, at any time, from any thread.
 *
 * @param name of the part
 * @param ok whether it can do its work now
 * @param detail what was found, and when it is not ok, how to mend it
 */
public record CheckResult(String name, boolean ok, String detail) {

  public static CheckResult ok(String name, String detail) {
    return new CheckResult(name, true, detail);
  }

  public static CheckResult failed(String name, String detail) {
    return new CheckResult(name, false, detail);
  }
}
