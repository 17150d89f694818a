/**
 * Other programs are told of each finished conversation. What is to be told is noted in the outbox
 * before the conversation counts as finished, so it is told at least once whatever dies; each
 * webhook is served by itself, signed, and tried again for a day. A webhook leads out of this
 * machine: {@link io.earshot.console.webhook.Destination} says where it may not lead.
 */
package io.earshot.console.webhook;
