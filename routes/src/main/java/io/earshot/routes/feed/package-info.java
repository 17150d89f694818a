/**
 * Feeds of sources that lie on other machines, and the one place that knows which kinds of sources
 * there are.
 */
package io.earshot.routes.feed;
