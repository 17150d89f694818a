/**
 * What was said, as a text to read and keep. {@link io.earshot.conversation.transcript.Captions}
 * writes turns for people, for players and for subtitle editors; the command line prints them, the
 * console offers them to download.
 */
package io.earshot.conversation.transcript;
