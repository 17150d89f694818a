/**
 * Mailboxes as places where files lie: each message is a file, {@code .eml}, as the server keeps
 * it. Nothing of a message is looked at here, neither headers nor parts; that is the intake's.
 */
package io.earshot.routes.feed.mail;
