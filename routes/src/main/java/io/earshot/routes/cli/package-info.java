/**
 * The command line: one class a command.
 *
 * <p>Standard output carries results, as tables for people or, with {@code --json}, as one object a
 * line for programs. Progress and trouble go to standard error. Exit codes: 0 done, 1 some items
 * failed, 2 wrong usage or settings.
 */
package io.earshot.routes.cli;
