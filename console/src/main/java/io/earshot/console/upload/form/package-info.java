/**
 * {@code multipart/form-data} (RFC 7578), read while it comes: whatever its sender does, no more of
 * it is in memory than a piece and the headers of one part. Written here because a form's limits
 * are those of the HTTP server otherwise, which is not the console's own.
 */
package io.earshot.console.upload.form;
