/**
 * Files of FTP servers, over TLS, or without when that is asked for by name. Listings are read line
 * by line within bounds, and their names checked before they become part of a path.
 */
package io.earshot.routes.feed.ftp;
