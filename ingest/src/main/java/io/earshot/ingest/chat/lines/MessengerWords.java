package io.earshot.ingest.chat.lines;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What messengers write themselves: in the place of pictures and sounds, behind messages that were
 * edited, and instead of those that were deleted. In the languages of the commonest telephones;
 * what another says counts as said by the party, unless a mark tells otherwise.
 */
final class MessengerWords {
  /** Before whatever WhatsApp says itself on iOS, in every language. */
  private static final String MARK = "\u200e";

  private static final int LONGEST_NOTICE = 120;

  /** Of the file that stands for a picture or a sound. */
  private static final String FILE =
      "\\.(?:jpe?g|png|gif|webp|heic|bmp|opus|m4a|mp3|aac|amr|wav|silk|mp4|3gp|mov|pdf|docx?|xlsx?|pptx?|vcf|zip|rar|txt|csv)";

  private static final Pattern EDITED =
      Pattern.compile(
          "(?iu)(?<=\\S)\\s?(?:\\u200e<[^<>:：]{4,60}>|<[^<>]{0,40}(?:edited|bearbeitet|modifié|editado|editada|editó|modificato|bewerkt"
              + "|изменено|отредактировано|edytowan|düzenlendi|編集|편집|수정|تعديل|बदलाव|编辑|編輯|disunting|diedit)[^<>]{0,40}>)\\s*$");
  private static final Pattern ANGLES = Pattern.compile("\\u200e?<[^<>\\n]{4,60}>");

  /** {@code picture.jpg (file attached)}, {@code <attached: picture.jpg>}, in any language. */
  private static final Pattern ATTACHED =
      Pattern.compile(
          "(?i)\\u200e?(?:[^\\n]{1,120}"
              + FILE
              + " ?[(（][^()（）\\n]{3,40}[)）]|<[^<>\\n]{1,200}"
              + FILE
              + ">)");

  /** Behind a caption. */
  private static final Pattern ATTACHED_LAST =
      Pattern.compile("(?i)\\s\\u200e?<[^<>:：\\n]{3,30}[:：][^<>\\n]{1,200}" + FILE + ">$");

  private static final Pattern OMITTED =
      Pattern.compile(
          "(?i)(?:image|photo|video|audio|sticker|gif|document|contact card|media|video note) omitted|null");

  /** What iOS says of them, behind its mark. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(?iu).{0,40}(?:omitted|weggelassen|absente?|omis|omess[oa]|omitid[oa]|ocultad[oa]|weggelaten|отсутству|пропущен"
              + "|pominięt|dahil edilmedi|忽略|略去|省略|略過|含まれ|제외|생략|استبعاد|غير مدرج|शामिल नहीं|छोड़|dilewatkan|bỏ qua).{0,20}");

  private static final String BRACKET = "\\s?[\\[【](?:%s)[\\]】]";

  /** Whatever stands behind these says what they are: the name of a file, the title of a page. */
  private static final Pattern TITLED =
      Pattern.compile(
          "(?i)"
              + BRACKET.formatted(
                  "文件|链接|位置|名片|红包|转账|小程序|语音通话|视频通话|聊天记录|鏈接|連結|檔案|file|link|location|contact card")
              + "\\s?.{0,120}");

  /** Behind these words may follow; lengths, names of files and numbers are none. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "(?i)(?:"
              + BRACKET.formatted(
                  "图片|照片|语音|视频|动画表情|表情|圖片|語音|影片|貼圖|photo|image|picture|video|voice|voice message|audio|sticker|gif")
              + "){1,20}(?:\\s?(?:[\\w/.:=?&%+-]{1,200}"
              + FILE
              + "|https?:\\S{1,300}|\\d{1,4}(?:\\.\\d)?\\s?(?:\"|″|''|s|sec|秒)?|\\d{1,2}:\\d{2}))?\\s*");

  private static final Pattern PICTURE_FIRST =
      Pattern.compile(
          "(?i)(?:" + BRACKET.formatted("图片|照片|圖片|photo|image|picture") + "){1,20}\\s?");

  private static final Pattern DELETED =
      Pattern.compile(
          "(?iu)(?:this message was deleted|you deleted this message|(?:diese|du hast diese) nachricht (?:wurde )?gelöscht"
              + "|ce message a été supprimé|vous avez supprimé ce message|(?:se eliminó|eliminaste|eliminó) este mensaje"
              + "|este mensaje (?:fue|ha sido) eliminado|(?:esta )?mensagem (?:foi )?apagada|(?:você )?apag(?:ou|aste) esta mensagem"
              + "|questo messaggio è stato eliminato|hai eliminato questo messaggio|dit bericht is verwijderd"
              + "|(?:je|jij|u) hebt dit bericht verwijderd|(?:данное |это )?сообщение удалено|вы удалили (?:данное|это) сообщение"
              + "|ta wiadomość została usunięta|usun(?:ięto|ąłeś|ęłaś) tę wiadomość|(?:bu )?mesaj silindi|bu mesajı sildiniz"
              + "|(?:この)?メッセージ(?:は|を)削除(?:されました|しました)|삭제된 메시지입니다|(?:이 )?메시지(?:가|는|를) 삭제(?:되었습니다|했습니다)"
              + "|تم حذف هذه الرسالة|(?:لقد )?حذفت هذه الرسالة|(?:आपने )?यह (?:मैसेज|संदेश) (?:मिटा|हटा).{0,12}"
              + "|(?:此|这条|這則|這條)(?:消息|訊息|讯息)已(?:被)?(?:删除|刪除|收回)|(?:你|您)已?(?:删除|刪除|收回)了?(?:这条|此|這則|這條)(?:消息|訊息|讯息)"
              + "|pesan ini (?:telah )?dihapus|tin nhắn này đã bị xóa)[.。]?");

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?iu)(?:.{0,40}撤回了一条消息|.{0,40}收回了?(?:一則|一条|訊息).{0,10}|以上是打招呼的内容|.{0,60}recalled a message"
              + "|你已添加了.{1,40}现在可以开始聊天了[。.]?|.{1,60}(?:邀请|邀請).{1,60}加入了?(?:群聊|群組)|[\"“].{1,40}[\"”]加入了?群聊"
              + "|[\"“].{1,40}[\"”] ?拍了拍.{1,40}|[我你] ?拍了拍 ?[\"“].{1,40}[\"”].{0,20}"
              + "|(?:(?:missed|unanswered) (?:voice|video|group) call|verpasster (?:sprach|video)anruf|llamada (?:de voz |de video )?perdida"
              + "|appel (?:vocal|vidéo) manqué|(?:ligação|chamada) de (?:voz|vídeo) perdida|chiamata (?:vocale |video ?)?persa"
              + "|gemiste (?:spraak|video)oproep|пропущенный (?:аудио|видео)?звонок|nieodebrane połączenie(?: głosowe| wideo)?"
              + "|cevapsız (?:sesli|görüntülü) arama|不在着信|부재중 (?:음성|영상)? ?(?:전화|통화)"
              + "|未接(?:听的?)?(?:语音|视频|語音|視訊)(?:通话|来电|通話|來電|电话))(?:, .{1,30}| at \\d.{1,10})?"
              + "|waiting for this message\\. this may take a while\\.?)");

  private MessengerWords() {}

  /**
   * A message, taken apart.
   *
   * @param words that somebody said; may be empty
   * @param media how many pictures and the like stand in it
   * @param notice whether it is the messenger that says it
   */
  record Content(String words, int media, boolean notice) {}

  static Content read(String message) {
    String text = EDITED.matcher(message).replaceFirst("").strip();
    String bare = text.replace(MARK, "").strip();
    if (bare.length() <= LONGEST_NOTICE
        && (DELETED.matcher(bare).matches() || NOTICE.matcher(bare).matches())) {
      return new Content(text, 0, true);
    }
    if (isMedia(text) || OMITTED.matcher(text).matches() || ANGLES.matcher(text).matches()) {
      return new Content("", 1, false);
    }
    Content rest = withoutMedia(text);
    return rest.media() == 0 && text.startsWith(MARK) ? new Content(text, 0, true) : rest;
  }

  /** Captions stand below pictures, before them, and behind them. */
  private static Content withoutMedia(String text) {
    StringBuilder words = new StringBuilder(text.length());
    int media = 0;
    for (String line : text.split("\n", -1)) {
      Matcher last = ATTACHED_LAST.matcher(line);
      Matcher first = PICTURE_FIRST.matcher(line);
      if (isMedia(line.strip())) {
        media++;
      } else if (last.find()) {
        media++;
        words.append(line, 0, last.start()).append('\n');
      } else if (first.lookingAt()) {
        media++;
        words.append(line, first.end(), line.length()).append('\n');
      } else {
        words.append(line).append('\n');
      }
    }
    return new Content(words.toString().strip(), media, false);
  }

  private static boolean isMedia(String line) {
    return ATTACHED.matcher(line).matches()
        || PICTURE.matcher(line).matches()
        || TITLED.matcher(line).matches()
        || (line.startsWith(MARK) && LEFT_OUT.matcher(line.toLowerCase(Locale.ROOT)).matches());
  }
}
