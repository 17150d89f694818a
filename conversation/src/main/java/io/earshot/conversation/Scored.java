package io.earshot.conversation;

/**
 * A name with how sure it is.
 *
 * @param name of an intent, an emotion, a keyword
 * @param confidence 0 to 1
 */
public record Scored(String name, double confidence) {}
