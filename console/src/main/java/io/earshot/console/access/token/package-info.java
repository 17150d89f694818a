/**
 * Tokens of programs: each has a program's name, rights, a scope and an end, and can be taken back
 * at once. The secret is shown when it is made, and only a digest is kept.
 */
package io.earshot.console.access.token;
