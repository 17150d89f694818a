package io.earshot.routes.source;

import io.earshot.conversation.CheckResult;
import org.apache.camel.builder.RouteBuilder;

/**
 * Brings what lies on another machine to a source's inlet. Whatever the other side hands over,
 * names and headers are input from outside: a feed gives the inlet a name, a time and the bytes,
 * and nothing else of a message goes any further.
 */
public interface Feed {

  /** The kind of source, such as {@code sftp}. */
  String kind();

  /** The place as people know it; holds no secret. */
  String place();

  /**
   * The routes that feed the inlet. They let go of something (delete, move, acknowledge or remember
   * it) only after the inlet has received it, ask {@link Inlet#isOpen} before they fetch, and tell
   * the inlet of their troubles. The ids of the routes begin with {@link Inlet#name}.
   */
  RouteBuilder routes(Inlet inlet);

  /** Whether the place can be reached and read, tried now and within seconds. */
  CheckResult check();
}
