/**
 * Conversations in plain text, told by how their lines begin.
 *
 * <p>Three kinds: the exports of WhatsApp, headings with a name and a time as WeChat and its kin
 * have them, and {@code speaker: text} lines in English and Chinese. Who is agent and who customer
 * such texts seldom say; what a messenger says itself, and what stands in the place of pictures,
 * {@link io.earshot.ingest.chat.lines.MessengerWords} knows. {@link
 * io.earshot.ingest.chat.lines.WrittenLines} lists them.
 */
package io.earshot.ingest.chat.lines;
