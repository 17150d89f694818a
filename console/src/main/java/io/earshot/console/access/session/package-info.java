/**
 * Signing in and out. A session is a random id in a cookie, of which a digest is kept on disk with
 * the user's name; everything else is looked up at each request, so that what an administrator
 * changes holds from the next request on.
 */
package io.earshot.console.access.session;
