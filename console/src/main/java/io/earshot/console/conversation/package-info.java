/**
 * One conversation, opened: what was said and found in it, its waveform and its sound, and what it
 * was before redaction.
 *
 * <p>Everything comes from an {@link io.earshot.console.conversation.Archive}, which knows
 * conversations that are indexed and no others. {@link
 * io.earshot.console.conversation.VisibleConversations} stands before it: what lies outside of a
 * caller's scope is answered as if it did not exist. Sound is sent piece by piece, as much of it as
 * was asked for. Every opening, listening, revealing and download is in the audit log.
 */
package io.earshot.console.conversation;
