package io.earshot.config;

/**
 * A setting in force, to be shown to people.
 *
 * @param key dotted, such as {@code index.url}
 * @param value as it is written, variables filled in; a mask for a secret
 * @param file where it stands; empty for a default
 * @param line of the file, from 1; 0 for a default
 */
public record Setting(String key, String value, String file, int line) {}
