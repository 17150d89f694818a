/**
 * Feeds of sources that lie on other machines, one Camel component each, and the one place that
 * knows which kinds of sources there are.
 */
package io.earshot.routes.feed;
