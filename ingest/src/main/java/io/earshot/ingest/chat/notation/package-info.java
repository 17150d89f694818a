/**
 * How exports write who and when.
 *
 * <p>{@link io.earshot.ingest.chat.notation.Roles} are the words by which they call the parties,
 * {@link io.earshot.ingest.chat.notation.Stamp} the forms of times that need no telling, {@link
 * io.earshot.ingest.chat.notation.TimeFormat} those that a user told, {@link
 * io.earshot.ingest.chat.notation.LanguageTag} the names of languages. What is none of them is
 * empty, never guessed.
 */
package io.earshot.ingest.chat.notation;
