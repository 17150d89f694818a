/**
 * The JSON of the systems that contact centers use, a {@link io.earshot.ingest.chat.json.JsonShape}
 * each.
 *
 * <p>Written after what their makers publish, which each class names. All tell three kinds of
 * speakers apart, the parties, machines, and what only the staff may see; who and how is the most
 * of each class. {@link io.earshot.ingest.chat.platform.Platforms} lists them.
 */
package io.earshot.ingest.chat.platform;
