/**
 * Keeps conversations in Elasticsearch and finds them again; nobody else knows that it is
 * Elasticsearch.
 *
 * <p>The idea: two indices. In {@code earshot-conversations} a conversation is one document with
 * its turns nested in it, so that one query decides about words, speakers, moods and facts
 * together. In {@code earshot-turns} every turn is a document with its meaning as a vector, for
 * search by meaning and for counting. A conversation is there when its conversation document is:
 * that one is written only after all its turns were acknowledged.
 *
 * <p>{@link io.earshot.index.ConversationIndex} is the way in. Queries are read by {@code query},
 * texts are cut into tokens by {@code text}, on our side, and the server of one's own comes from
 * {@code server}. Ranks of words and of meanings are fused here (reciprocal rank fusion, Cormack,
 * Clarke and Büttcher, SIGIR 2009), because scores of the two can't be compared.
 *
 * <p>Failures tell the caller what to do: UNAVAILABLE and EXHAUSTED mean try again later, BAD_INPUT
 * that this document will never fit, MISCONFIGURED that a setting or the query has to be mended. No
 * message holds what was said.
 */
package io.earshot.index;
