/**
 * Files that people labelled, read as samples to measure on or to learn from.
 *
 * <p>A table of any kind ({@link io.earshot.ingest.chat.table.PlainTable}) becomes {@link
 * io.earshot.analysis.learning.Sample}s: {@link io.earshot.routes.labelled.SampleColumns} says, or
 * leaves to be found out, which column is the text, the label, what was said before. In a file of
 * whole dialogues the rows before a row are what was said before it.
 */
package io.earshot.routes.labelled;
