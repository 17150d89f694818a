/**
 * Where every conversation lies safely from the moment it is accepted: media, turns, findings and
 * what became of it.
 *
 * <p>Each conversation has one folder, named after its id, under a shard of its first two digits. A
 * folder appears at once and whole, by one rename out of {@code incoming/}, and afterwards only
 * gains or replaces whole files, again by rename. So a reader never meets half a file, and a
 * process killed at any moment leaves at worst a folder in {@code incoming/}, which the next {@link
 * io.earshot.ingest.vault.Vault#open} removes.
 *
 * <p>A redacted conversation takes the place of the raw one: {@code redacted.json} stands for turns
 * and redactions together, and from the rename that puts it there, raw turns, and raw media where
 * the sound was redacted, are only leftovers to be deleted. Whoever dies before or after that
 * rename is helped by doing the same again. Originals are kept only where a vault is opened with a
 * {@link io.earshot.ingest.vault.Seal}, under {@code original/}, each sealed once before its raw
 * file goes.
 *
 * <p>A conversation that is received anew replaces the folder of its id: the old one waits under
 * {@code replaced/} until the new one is in its place, and is put back at the next opening if a
 * kill came first.
 *
 * <p>What became of a conversation is read from which files there are: {@code outcome.json} says it
 * is indexed, {@code quarantine.json} that it can't be used and why, neither that it is on its way.
 * Many threads and several processes may use one vault at the same time: there is no index file, no
 * cache and no lock over entries, the file system's atomic rename decides.
 */
package io.earshot.ingest.vault;
