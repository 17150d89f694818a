/**
 * Mails as conversations: a thread is one, and each recording attached to a mail another.
 *
 * <p>What a mail says is read by {@code io.earshot.ingest.mail}; here is told who is who, and what
 * becomes of it.
 */
package io.earshot.ingest.chat.mail;
