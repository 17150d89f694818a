/**
 * What people say about conversations: whether a finding is right, and what they want to remember
 * or to tell the agent.
 *
 * <p>Both lie in the console's own store, apart from what the analysis found, so that analysing
 * again takes nothing of them away. What reviewers confirmed and corrected can be taken out as
 * labelled rows, in the form that {@code earshot eval} and {@code earshot train} read: reviews are
 * how a house finds out how right its findings are, and teaches them better.
 */
package io.earshot.console.review;
