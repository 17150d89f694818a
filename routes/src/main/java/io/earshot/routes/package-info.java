/**
 * Who calls whom, when, how often, and what happens on failure.
 *
 * <p>This module alone knows all others. It wires the stages to durable queues with Camel, starts
 * and stops what runs beside them, and is the command line. Read {@link io.earshot.routes.Main}
 * first, then {@code service.Service}, which is the list of parts in starting order.
 */
package io.earshot.routes;
