/**
 * Files that people and programs hand over. A body is streamed to a private file; once it is whole
 * and on disk, a row tells of it, and only then is it acknowledged. One that may break off has its
 * row from the beginning, which says how much of it is safe. What is whole is taken in like a file
 * of a watched folder, by an {@link io.earshot.console.upload.UploadTaker}, however often the
 * process dies in between. The file goes when everything in it is in the vault; the row stays and
 * tells what became of it.
 */
package io.earshot.console.upload;
