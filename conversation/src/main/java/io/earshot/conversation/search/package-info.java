/**
 * The words in which conversations are asked for: which ones ({@link
 * io.earshot.conversation.search.Selection}), how many of what kind ({@link
 * io.earshot.conversation.search.FacetCounts}), and what they come to together ({@link
 * io.earshot.conversation.search.Figures}). Who answers (the index) and who asks (the console) know
 * these values and not each other.
 */
package io.earshot.conversation.search;
