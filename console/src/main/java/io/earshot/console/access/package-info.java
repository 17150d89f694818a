/**
 * Who may do what: users, roles and rights, sessions, tokens of programs, and the audit log. An
 * operation states the one {@link io.earshot.console.access.Right} it needs where it is registered;
 * which conversations a caller may see is a {@link io.earshot.conversation.search.Scope} that every
 * search and every opening is bound to.
 */
package io.earshot.console.access;
