/**
 * Conversations in tables, a message a row.
 *
 * <p>{@link io.earshot.ingest.chat.table.MappedRowsReader} reads CSV and TSV of any size by a
 * {@link io.earshot.ingest.chat.ColumnMapping}, given or guessed from the header; a broken row
 * costs only itself. {@link io.earshot.ingest.chat.table.PlainTable} is for those who want the
 * cells of a small table and know themselves what they mean.
 */
package io.earshot.ingest.chat.table;
