/**
 * Fetches files from places elsewhere, whatever they speak: what to fetch, when a file is complete,
 * what comes together, and when it is let go of are decided here, once for all of them. A place
 * only lists, reads, deletes and moves.
 */
package io.earshot.routes.feed.files;
