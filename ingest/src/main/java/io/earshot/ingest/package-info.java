/**
 * Whatever a source hands over becomes a conversation in the vault, or a refusal that says why.
 *
 * <p>{@link io.earshot.ingest.Scanner} turns paths into {@link io.earshot.ingest.SourceItem}s: one
 * recording, the two files of one call, or one chat export with one or many conversations. {@link
 * io.earshot.ingest.Intake} reads an item, keeps it in the {@link io.earshot.ingest.vault.Vault}
 * and only then hands out a {@link io.earshot.ingest.Receipt} for each conversation. What can't be
 * read is kept too, in quarantine with the reason, so that nothing a source gave is ever lost.
 *
 * <p>Source files are only read: never changed, moved or removed. A file that is still being
 * written is refused with {@link io.earshot.ingest.StillChanging} until it has settled.
 */
package io.earshot.ingest;
