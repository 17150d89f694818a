package io.earshot.conversation.transcript;

import io.earshot.conversation.Conversation;
import java.time.Instant;

/** The forms in which a conversation can be taken along. */
public enum TranscriptForm {
  TEXT("txt", "text/plain"),
  VTT("vtt", "text/vtt"),
  SRT("srt", "application/x-subrip"),
  CTM("ctm", "text/plain"),
  RTTM("rttm", "text/plain"),
  VCON("vcon", Vcon.MEDIA_TYPE);

  private final String ending;
  private final String mediaType;

  TranscriptForm(String ending, String mediaType) {
    this.ending = ending;
    this.mediaType = mediaType;
  }

  /** Of the names of such files, without the dot. */
  public String ending() {
    return ending;
  }

  /** Without a charset: all are UTF-8. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Writes a conversation; the last line has no end.
   *
   * @param now when it is written, for forms that say so
   */
  public String write(Conversation conversation, Instant now) {
    return switch (this) {
      case TEXT -> Captions.TEXT.write(conversation.turns());
      case VTT -> Captions.VTT.write(conversation.turns());
      case SRT -> Captions.SRT.write(conversation.turns());
      case CTM -> Captions.CTM.write(conversation.turns(), conversation.source());
      case RTTM -> Captions.RTTM.write(conversation.turns(), conversation.source());
      case VCON -> Vcon.write(conversation, now);
    };
  }
}
