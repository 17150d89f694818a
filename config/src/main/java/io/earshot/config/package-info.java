/**
 * The files operators edit, and their strict loader.
 *
 * <p>A YAML file becomes a {@link io.earshot.config.Section}. Each module reads its own settings
 * out of its section into a typed record that stands beside the code it configures; what nobody
 * asked for is a misspelt key. {@link io.earshot.config.Section#verify()} then reports every
 * problem of a file at once, with file and line, so that a user mends it in one go.
 *
 * <p>A value may name an environment variable as <code>${NAME}</code> or <code>${NAME:default}
 * </code>. The package knows no other module of this project but the shared words.
 */
package io.earshot.config;
