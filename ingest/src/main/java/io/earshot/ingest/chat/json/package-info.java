/**
 * Conversations in JSON, of whatever shape.
 *
 * <p>{@link io.earshot.ingest.chat.json.JsonReader} reads objects one by one, out of arrays, lines
 * and lists within objects, and asks each {@link io.earshot.ingest.chat.json.JsonShape} whether an
 * object is of its kind; {@link io.earshot.ingest.chat.json.JsonFields} reads members that every
 * system writes in its own way. The shapes that belong to no system are here: Earshot's own, and
 * any list of messages.
 */
package io.earshot.ingest.chat.json;
