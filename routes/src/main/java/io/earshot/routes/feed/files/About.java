package io.earshot.routes.feed.files;

/**
 * What a place is.
 *
 * @param kind what sort of place, such as {@code sftp}
 * @param text for people; holds no secret
 * @param showsWholeFiles whether files are complete as soon as they are listed
 * @param warning what is unsafe about the way to it, and the mend; empty when nothing is
 */
public record About(String kind, String text, boolean showsWholeFiles, String warning) {}
