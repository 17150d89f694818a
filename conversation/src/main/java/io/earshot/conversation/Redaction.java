package io.earshot.conversation;

/**
 * One place where personal data was taken out.
 *
 * @param type what it was, in lower case: {@code card}, {@code phone}, {@code person}, ...
 * @param turn index of the turn
 * @param start first character of the mask in the redacted text
 * @param end character after the mask
 * @param audioChannel the sound track it was spoken on; 0 for chats
 * @param startMs when it was spoken, in milliseconds; 0 for chats
 * @param endMs milliseconds, not before {@code startMs}
 * @param confidence 0 to 1, how sure it is that the place held such data
 */
public record Redaction(
    String type,
    int turn,
    int start,
    int end,
    int audioChannel,
    long startMs,
    long endMs,
    double confidence) {}
