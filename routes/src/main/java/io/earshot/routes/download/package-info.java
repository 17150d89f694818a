/**
 * Files from the network, for commands that people start.
 *
 * <p>A {@link io.earshot.routes.download.Download} goes on where an earlier one was cut off, also
 * in another process and after a crash. What a server says is believed in nothing: addresses,
 * sizes, ranges and times are bounded and compared.
 */
package io.earshot.routes.download;
