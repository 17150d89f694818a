/**
 * The language in which people ask for conversations.
 *
 * <p>A query picks conversations. {@link io.earshot.index.query.QueryParser} turns its text into a
 * {@link io.earshot.index.query.Query} tree, or says with a {@link
 * io.earshot.conversation.search.QueryMistake} where and what is wrong and what was expected. The
 * package knows nothing of where and how conversations are stored.
 *
 * <ul>
 *   <li>Words next to each other must all be said, each by anyone and anywhere: {@code refund
 *       broken}. {@code "..."} is a phrase, {@code refund*} a beginning, {@code ~"..."} a meaning.
 *   <li>{@code sounds:refund} is said or misheard, {@code refund near/5 late} is said in one turn,
 *       {@code start:hello} and {@code end:goodbye} stand at its ends. {@code refund then sorry
 *       within 5 turns} are turns in order.
 *   <li>{@code AND}, {@code OR}, {@code NOT} (also {@code && || !} and a leading {@code -}) and
 *       brackets combine. {@code NOT} binds tightest, then AND, then OR.
 *   <li>{@code speaker:} and {@code emotion:} are about turns: within one group (what AND joins, up
 *       to the next bracket) they say by whom and in which mood the words of that group are said.
 *       {@code speaker:customer NOT refund}: a customer speaks, and none of his turns says it. A
 *       group with nothing else is met by any such turn.
 *   <li>All other fields are facts of the conversation: {@code agent: customer: channel: source:
 *       language: intent: queue: id: before: after: score: duration:}.
 * </ul>
 */
package io.earshot.index.query;
