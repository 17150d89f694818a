package io.earshot.ingest.chat.lines;

import java.util.regex.Pattern;

/** What messengers write in the place of pictures and sounds, and what they add to messages. */
final class Placeholders {
  /** Before whatever WhatsApp says itself on iOS, in every language. */
  private static final String MARK = "\u200e";

  private static final int LONGEST_MEDIA = 60;

  private static final Pattern EDITED =
      Pattern.compile(
          "\\s?\\u200e?<(?:This message was edited|[^<>]{0,20}(?:editado|bearbeitet|modifié|编辑|編輯)[^<>]{0,20})>\\s*$");
  private static final Pattern ANGLES = Pattern.compile("\\u200e?<[^<>\\n]{4,60}>");
  private static final Pattern ATTACHED =
      Pattern.compile(
          "(?i)\\u200e?(?:.{1,120}\\.(?:jpe?g|png|gif|webp|opus|m4a|mp3|aac|mp4|3gp|mov|pdf|docx?|xlsx?|pptx?|vcf|zip|txt)"
              + " \\([^()]{3,40}\\)|<attached: .{1,200}>)");
  private static final Pattern BRACKETS =
      Pattern.compile(
          "(?i)(?:\\s?[\\[【](?:图片|照片|语音|视频|文件|动画表情|表情|链接|位置|名片|红包|转账|小程序|语音通话|视频通话|聊天记录|圖片|語音|影片|檔案|貼圖"
              + "|photo|image|picture|video|voice|voice message|audio|sticker|file|link|location|contact card|gif)"
              + "[\\]】]\\s?.{0,120}){1,20}");
  private static final Pattern OMITTED =
      Pattern.compile(
          "(?i)(?:image|photo|video|audio|sticker|gif|document|contact card|media|video note) omitted|null");
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)(?:this message was deleted\\.?|you deleted this message\\.?|diese nachricht wurde gelöscht\\.?"
              + "|.{0,40}撤回了一条消息|.{0,40}收回了?(?:一則|訊息|一条).{0,10}|此消息已删除|以上是打招呼的内容|.{0,60}recalled a message"
              + "|missed (?:voice|video) call.{0,40})");

  private Placeholders() {}

  static String withoutMarks(String text) {
    return EDITED.matcher(text).replaceFirst("");
  }

  /** Whether there is nothing to read in it. */
  static boolean isMedia(String text) {
    String plain = text.strip();
    boolean ownWords = plain.startsWith(MARK) && plain.length() <= LONGEST_MEDIA;
    boolean oneLine = plain.indexOf('\n') < 0;
    return oneLine
        && (ownWords
            || ANGLES.matcher(plain).matches()
            || ATTACHED.matcher(plain).matches()
            || OMITTED.matcher(plain).matches()
            || isBrackets(plain));
  }

  /** {@code [图片]}: the messenger's word for it, perhaps with a file's name. */
  private static boolean isBrackets(String text) {
    return text.length() < 160 && BRACKETS.matcher(text).matches();
  }

  /** Whether the messenger says it, and no party. */
  static boolean isNotice(String text) {
    return text.startsWith(MARK) || (text.length() < 120 && NOTICE.matcher(text.strip()).matches());
  }
}
