/**
 * Mail as it stands in files: one message ({@code .eml}) or many ({@code mbox}).
 *
 * <p>{@link io.earshot.ingest.mail.Mail} is a message with what matters of it: who wrote it, when,
 * what it answers, and what its writer said, without the quotes of earlier messages and without a
 * signature. {@link io.earshot.ingest.mail.MailThreads} puts messages together that answer each
 * other. Attachments are given as bytes; archives among them are not unpacked.
 *
 * <p>Written after RFC 5322 (messages), 2045 to 2047 (parts, encodings, words in headers), 3676
 * (flowed text), 4155 (mbox) and 3834 (automatic answers), with bounds on everything: parts, depth,
 * headers and lengths. What does not follow them is read as far as it goes.
 */
package io.earshot.ingest.mail;
