/**
 * Written conversations out of the files that chat systems export.
 *
 * <p>A {@link io.earshot.ingest.chat.ChatFile} is a file whose encoding has been found out. The
 * first {@link io.earshot.ingest.chat.ChatReader} that knows its shape reads it and hands each
 * {@link io.earshot.ingest.chat.Transcript} to a {@link io.earshot.ingest.chat.TranscriptSink} as
 * soon as it is complete, so that a table of any size needs little memory. JSON has a reader of its
 * own that asks each {@link io.earshot.ingest.chat.JsonShape}, one a system; the others are mail,
 * WhatsApp, headings as WeChat has them, {@code speaker: text} lines in English and Chinese, and
 * tables whose columns a {@link io.earshot.ingest.chat.ColumnMapping} names. They collect messages
 * in a {@link io.earshot.ingest.chat.TranscriptDraft}, which mends their text, and leave it to
 * {@link io.earshot.ingest.chat.PartyGuess} to tell the roles of people whom the data only names.
 *
 * <p>A file that fits none, or is damaged, is refused with an exception of kind BAD_INPUT. One bad
 * row or one bad element among many is refused alone, with its place. Reasons name lines, columns
 * and bytes, never what stands there.
 */
package io.earshot.ingest.chat;
