package io.earshot.console;

/**
 * How the server that the console is mounted on can be reached.
 *
 * @param loopback from this machine alone
 * @param secure by HTTPS
 */
public record Listening(boolean loopback, boolean secure) {}
