/**
 * Text as exports damage it, and as it was meant.
 *
 * <p>{@link io.earshot.ingest.text.TextRepair} mends one message at a time: characters that were
 * decoded with the wrong charset, scraps of HTML, full-width letters, invisible characters,
 * readings that optical recognition and script converters leave behind. What it changed it counts
 * by {@link io.earshot.ingest.text.Repair} in a {@link io.earshot.ingest.text.RepairReport}. It is
 * cautious: what may have been meant stays. {@link io.earshot.ingest.text.HtmlText} reads whole
 * bodies that are known to be HTML; {@link io.earshot.ingest.text.CommonCharacters} knows which
 * Chinese characters are common, by which encodings and damage are told.
 */
package io.earshot.ingest.text;
