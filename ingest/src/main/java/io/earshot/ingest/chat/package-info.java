/**
 * Written conversations out of the files that chat systems export.
 *
 * <p>What all formats share is here: a {@link io.earshot.ingest.chat.ChatReader} reads one kind of
 * file as its {@link io.earshot.ingest.chat.ReadingContext} says, and hands each {@link
 * io.earshot.ingest.chat.Transcript} to a {@link io.earshot.ingest.chat.TranscriptSink} as soon as
 * it is complete, so that a table of any size needs little memory. Each kind of file has a package:
 * {@code table}, {@code json} with {@code platform} and {@code vcon}, {@code mail}, and {@code
 * lines}. They open files by {@code file}, read names and times by {@code notation}, and collect
 * messages in {@code draft}. None knows who asks for it, and this package none of them.
 *
 * <p>A file that fits none, or is damaged, is refused with an exception of kind BAD_INPUT. One bad
 * row or one bad element among many is refused alone, with its place. Reasons name lines, columns
 * and bytes, never what stands there.
 */
package io.earshot.ingest.chat;
