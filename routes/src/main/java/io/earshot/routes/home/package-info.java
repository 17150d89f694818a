/**
 * Where everything lies, and who may use it.
 *
 * <p>All state of one installation lies under one folder, {@code EARSHOT_HOME}. One process at a
 * time is its host: it runs the private Elasticsearch, the broker and the workers. Others find the
 * host's addresses in the run file and work through it.
 */
package io.earshot.routes.home;
