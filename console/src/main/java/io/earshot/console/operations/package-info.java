/**
 * What goes on inside: the health of every part, work in progress, what was set aside, and the
 * settings in force. {@link io.earshot.console.operations.OperationsView} and {@link
 * io.earshot.console.operations.QuarantineView} are asked for it; who runs the service answers
 * them. Nothing here knows vault, queues or index.
 */
package io.earshot.console.operations;
