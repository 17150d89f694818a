package io.earshot.console.http;

/** Does what a request asks for. Called on a worker thread: it may block. */
@FunctionalInterface
public interface Operation {
  /**
   * @throws Problem when it can't be done; any other exception is answered as a defect or, for an
   *     {@link io.earshot.conversation.EarshotException}, by its kind
   */
  Reply answer(Call call);
}
