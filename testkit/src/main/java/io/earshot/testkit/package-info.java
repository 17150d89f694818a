/**
 * Material for tests, so that no test needs to invent a recording or a conversation for itself.
 *
 * <p>Three sorts: what lies in {@code samples/} ({@link io.earshot.testkit.Samples}, with {@link
 * io.earshot.testkit.WordError} to judge what was recognised in it), conversations made up from a
 * seed ({@link io.earshot.testkit.TestConversations}), and sound files with known content ({@link
 * io.earshot.testkit.GeneratedAudio} of {@link io.earshot.testkit.Track}s). The same seed gives the
 * same text and the same bytes on every machine, so a failing test can be run again as it was.
 *
 * <p>For test scope only: no other module's main code may use it.
 */
package io.earshot.testkit;
