package io.earshot.routes.feed.files;

/** Is told what lies in a place. */
public interface Listing {

  /** Says whether more is to be listed. */
  boolean found(RemoteFile file);

  /** Something is passed over since nothing that Earshot fetches may be called or be like it. */
  void refused(String name, String why);
}
