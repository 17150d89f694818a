/**
 * The durable queues between the stages.
 *
 * <p>A message says only which conversation waits for which stage. It is on disk before it is
 * acknowledged to the sender, and it leaves the queue only when its stage is done. {@link
 * io.earshot.routes.queue.EmbeddedBroker} is the broker of a single machine; given a {@code
 * broker.url} the same client code talks to an Artemis elsewhere.
 */
package io.earshot.routes.queue;
