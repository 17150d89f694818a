/**
 * What is known of a recording besides its sound.
 *
 * <p>Recorders say who called whom in three places: in the file's name, in a file beside it, and in
 * a list of all files of a batch. Side files and lists come as JSON, XML or CSV and are read into
 * one form, a tree; a {@link io.earshot.ingest.facts.FactMapping} says under which path of the tree
 * each attribute lies. Each {@link io.earshot.ingest.facts.Fact} remembers where it came from, so
 * that a person can be shown why a call has this agent and no other.
 *
 * <p>All of it is input from outside: sizes, depth and counts are bounded, XML has no entities, and
 * nothing that such a file names is ever opened. What can't be read costs its facts, not the call.
 */
package io.earshot.ingest.facts;
