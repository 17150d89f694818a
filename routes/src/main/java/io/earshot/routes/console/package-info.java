/**
 * What the console asks for, answered with the parts of this installation: an adapter for each of
 * its interfaces, and {@link io.earshot.routes.console.ConsolePart} that puts them together.
 */
package io.earshot.routes.console;
