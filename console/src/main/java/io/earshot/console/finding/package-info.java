/**
 * Finding conversations: search with facets, samples for review, rows to take along, help while a
 * query is typed, a customer's other contacts, and saved searches. What may be seen is decided here
 * by putting the caller's scope into every {@link io.earshot.conversation.search.Selection}; how it
 * is found is the business of the {@link io.earshot.console.finding.ConversationSearch}.
 */
package io.earshot.console.finding;
