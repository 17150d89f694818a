/**
 * Feeds of sources that lie on other machines, and the one place that knows which kinds of sources
 * there are. A feed is a Camel route: files, mails and Kafka's records are fetched by a timer that
 * drives a client library of their kind, JMS messages come by Camel's own component (RATIONALE.md
 * says why).
 */
package io.earshot.routes.feed;
