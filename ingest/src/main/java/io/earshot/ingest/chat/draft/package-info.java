/**
 * A conversation while it is read.
 *
 * <p>A reader adds messages to a {@link io.earshot.ingest.chat.draft.TranscriptDraft}, which mends
 * their text, brings them into the order of their times, bounds their length, and leaves it to
 * {@link io.earshot.ingest.chat.draft.PartyGuess} to tell the roles of people whom the data only
 * names. Readers that need less use its {@link io.earshot.ingest.chat.draft.TurnList} alone.
 */
package io.earshot.ingest.chat.draft;
