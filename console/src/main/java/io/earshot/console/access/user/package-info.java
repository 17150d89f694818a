/**
 * Users, what they may do, and their passwords; teams of agents. A user's rights come from roles,
 * but for the right to see what is redacted, which is given to a person. Passwords are kept as
 * Argon2id alone, and a generated one serves for one sign-in.
 */
package io.earshot.console.access.user;
