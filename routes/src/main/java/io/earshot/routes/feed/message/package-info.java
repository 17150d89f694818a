/**
 * Feeds of messages, one conversation or file of conversations each. A message becomes a file of
 * the landing folder, under a name of our own making, and is acknowledged when that is on disk;
 * none of its headers goes any further. Whether it can be read is found out by the intake, as with
 * files.
 */
package io.earshot.routes.feed.message;
