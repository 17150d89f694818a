/**
 * What a conversation comes to: why the customer came, what was promised, whether it was settled.
 *
 * <p>First every sentence gets the acts it performs (an apology, a promise, a question), learned
 * from example sentences in {@code config/acts} and checked by a few tell-tale words. Then each
 * kind of fact is read off the acts, their order, the quantities said, and the nearness in meaning
 * of questions and answers. Nothing is made up: every fact is an extract with its place. {@link
 * io.earshot.analysis.facts.FactFinder} is the one class to call.
 */
package io.earshot.analysis.facts;
