/**
 * Written conversations out of the files that chat systems export.
 *
 * <p>A {@link io.earshot.ingest.chat.ChatFile} is a file whose encoding has been found out. The
 * first {@link io.earshot.ingest.chat.ChatReader} that knows its shape reads it and hands each
 * {@link io.earshot.ingest.chat.Transcript} to a {@link io.earshot.ingest.chat.TranscriptSink} as
 * soon as it is complete, so that a table of any size needs little memory. Three shapes are known:
 * transcript JSON as Amazon Connect, Contact Lens and Earshot itself write it, {@code speaker:
 * text} lines in English and Chinese, and tables whose columns a {@link
 * io.earshot.ingest.chat.ColumnMapping} names.
 *
 * <p>A file that fits none, or is damaged, is refused with an exception of kind BAD_INPUT. One bad
 * row or one bad element among many is refused alone, with its place. Reasons name lines, columns
 * and bytes, never what stands there.
 */
package io.earshot.ingest.chat;
