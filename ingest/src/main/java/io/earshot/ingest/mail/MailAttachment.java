package io.earshot.ingest.mail;

/** A part of a message that is no text of its writer. Holds the message's own bytes; immutable. */
public final class MailAttachment {
  private static final int LONGEST_NAME = 100;

  private final MailPart part;

  MailAttachment(MailPart part) {
    this.part = part;
  }

  /** Its media type in lower case, such as {@code audio/x-wav}. */
  public String type() {
    return part.type();
  }

  /** Its file name without folders and unseen characters; may be empty. */
  public String name() {
    String name = part.fileName().replaceAll("\\p{C}", "").strip();
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.substring(Math.max(0, last.length() - LONGEST_NAME));
  }

  /** Decodes its content, anew each time. */
  public byte[] bytes() {
    return part.bytes();
  }

  @Override
  public String toString() {
    return "MailAttachment[%s]".formatted(type());
  }
}
