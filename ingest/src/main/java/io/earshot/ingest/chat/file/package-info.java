/**
 * Files of text as they lie.
 *
 * <p>A {@link io.earshot.ingest.chat.file.ChatFile} is a file whose encoding has been found out: by
 * a byte order mark, else by which of UTF-8, UTF-16, GB18030, Big5 and Windows-1252 its bytes fit,
 * and in which of them most characters are common ones. {@link io.earshot.ingest.chat.file.Lines}
 * reads it line by line, none longer than is allowed. Nothing here knows of conversations.
 */
package io.earshot.ingest.chat.file;
