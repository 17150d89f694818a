package io.earshot.ingest.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the writer of a mail said himself: without quotes, signature and small print. */
final class OwnWords {
  /** {@code On 3 March 2026, Anna wrote:} in the languages of the usual programs. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?i)\\s{0,8}(?:(?:on|am|le|el|il|em|den|op|på|в)\\s.{4,200}"
              + "(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|skrev|schreef|написал)[^:：]{0,80}[:：]"
              + "|.{0,120}(?:写道|寫道|编写|寫|来信)\\s{0,2}[:：]"
              + "|.{0,120}\\d{1,2}[:：]\\d{2}.{0,80}<[^<>\\s]{1,100}@[^<>\\s]{1,100}>\\s?[:：])\\s{0,4}");

  /**
   * What an attribution tells of the mail it stands above, and a sentence that ends alike seldom.
   */
  private static final Pattern DATE_OR_ADDRESS = Pattern.compile("\\d|@");

  /** Where an earlier mail begins that is not marked line by line. */
  private static final Pattern EARLIER =
      Pattern.compile(
          "(?i)[\\s>]{0,8}(?:[-_—]{2,60}(?:\\s|&nbsp;){0,4}(?:original message|original-?nachricht|forwarded message|message d'origine"
              + "|mensaje original|原始邮件|原始郵件|转发邮件|轉寄郵件|回复的原邮件|回复的邮件|邮件原件)(?:\\s|&nbsp;){0,4}[-_—]{0,60}"
              + "|begin forwarded message:|[_—]{20,})\\s{0,8}");

  private static final Pattern FROM =
      Pattern.compile(
          "(?i)\\s{0,4}\\*{0,2}(?:from|von|de|发件人|寄件者|寄件人|發件人)\\*{0,2}\\s?[:：].{1,200}");
  private static final Pattern SENT =
      Pattern.compile(
          "(?i)\\s{0,4}\\*{0,2}(?:sent|date|to|gesendet|datum|envoyé|enviado|发送时间|日期|收件人|寄件日期|發送時間)"
              + "\\*{0,2}\\s?[:：].{1,200}");

  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?i)--\\s{0,2}|\\s{0,4}(?:sent from my .{1,40}|get outlook for .{1,20}(?:<\\S{1,200}>)?|sent via .{1,40}|von meinem .{1,30} gesendet"
              + "|发自我的.{1,20}|來自我的.{1,20}|从我的.{1,20}发送|发送自.{1,30}|来自.{1,20}邮箱.{0,10}"
              + "|\\|\\s{0,4}\\||签名由.{1,20}定制)\\s{0,4}");
  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)\\s{0,4}(?:(?:with )?(?:best |kind |warm |kindest |warmest )?regards|best wishes|(?:yours )?sincerely"
              + "|yours (?:truly|faithfully)|mit freundlichen grüßen|cordialement|saludos"
              + "|祝好|顺祝商祺|此致|敬礼|祝您生活愉快|順頌商祺|此致敬禮)\\s{0,2}[,，.!！]?\\s{0,4}");

  /** What closes a mail only when nothing but a name follows: they begin sentences, too. */
  private static final Pattern THANKS =
      Pattern.compile(
          "(?i)\\s{0,4}(?:many thanks|thanks(?: again| a lot)?|thank you|thx|cheers|best|谢谢|谢谢您|感谢|謝謝)\\s{0,2}[,，.!！]?\\s{0,4}");

  private static final Pattern NAME =
      Pattern.compile(
          "\\s{0,4}(?:\\p{Lu}[\\p{L}.'’-]{0,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20}){0,3}|\\p{IsHan}{2,4})[,，]?\\s{0,4}");

  private static final Pattern SENTENCE =
      Pattern.compile(".*[!?。！？]\\s*|(?:\\S+\\s+){5,}\\S*[.…]\\s*");
  private static final Pattern ADDRESS =
      Pattern.compile("\\s{0,4}[\\w.+-]{1,64}@[\\w.-]{1,100}\\s{0,4}");
  private static final Pattern QUOTED = Pattern.compile("\\s*[>＞].*", Pattern.DOTALL);

  private static final Pattern SMALL_PRINT =
      Pattern.compile(
          "(?i)\\s{0,4}(?:confidentiality (?:notice|note)|disclaimer\\b|this (?:e-?mail|message)\\b.{0,160}"
              + "(?:confidential|intended|privileged)|本邮件(?:及其附件|及任何附件|可能).{0,80}|本郵件.{0,80}(?:機密|保密)).{0,2000}");

  private static final int LONGEST_SIGNATURE = 8;
  private static final int LONGEST_SIGNATURE_LINE = 80;

  private final List<String> lines;

  private OwnWords(String text) {
    this.lines = new ArrayList<>(text.lines().toList());
  }

  /** The words; where nothing would be left, all that is not quoted. */
  static String of(String text) {
    OwnWords words = new OwnWords(text);
    words.cutEarlier();
    String unquoted = words.joined();
    words.cutSmallPrint();
    words.cutSignature();
    words.cutAddress();
    String own = words.joined();
    return own.isEmpty() ? unquoted : own;
  }

  private void cutEarlier() {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (QUOTED.matcher(line).matches()) {
        continue;
      }
      int attribution = attribution(i);
      if (attribution > 0 && quoteFollows(i + attribution)) {
        i += attribution - 1;
      } else if ((attribution > 0 && isDated(i, attribution)) || beginsEarlier(i)) {
        break;
      } else {
        kept.add(line);
      }
    }
    replace(kept);
  }

  /** How many lines the attribution takes that begins here; 0 when none does. */
  private int attribution(int at) {
    String line = lines.get(at);
    if (line.length() < 400 && ATTRIBUTION.matcher(line).matches()) {
      return 1;
    }
    String both = at + 1 < lines.size() ? line + " " + lines.get(at + 1).strip() : "";
    return both.length() < 400 && ATTRIBUTION.matcher(both).matches() ? 2 : 0;
  }

  private boolean isDated(int at, int count) {
    return DATE_OR_ADDRESS.matcher(String.join(" ", lines.subList(at, at + count))).find();
  }

  private boolean quoteFollows(int from) {
    for (int i = from; i < lines.size() && i < from + 3; i++) {
      if (!lines.get(i).isBlank()) {
        return QUOTED.matcher(lines.get(i)).matches();
      }
    }
    return false;
  }

  private boolean beginsEarlier(int at) {
    String line = lines.get(at);
    if (line.length() < 400 && EARLIER.matcher(line).matches()) {
      return true;
    }
    if (!FROM.matcher(line).matches()) {
      return false;
    }
    int headers = 0;
    for (int i = at + 1; i < lines.size() && i <= at + 4; i++) {
      headers += SENT.matcher(lines.get(i)).matches() ? 1 : 0;
    }
    return headers > 0;
  }

  private void cutSmallPrint() {
    for (int i = 1; i < lines.size(); i++) {
      if (SMALL_PRINT.matcher(lines.get(i)).lookingAt()) {
        cutFrom(i);
        return;
      }
    }
  }

  private void cutSignature() {
    for (int i = 0; i < lines.size(); i++) {
      if (SIGNATURE.matcher(lines.get(i)).matches() || closes(i)) {
        cutFrom(i);
        return;
      }
    }
  }

  /** Whether it is a closing with nothing but a few short lines below it, which say nothing. */
  private boolean closes(int at) {
    if (at == 0) {
      return false;
    }
    List<String> below =
        lines.subList(at + 1, lines.size()).stream().filter(line -> !line.isBlank()).toList();
    String line = lines.get(at);
    boolean closing = CLOSING.matcher(line).matches();
    boolean thanks =
        THANKS.matcher(line).matches() && !below.isEmpty() && NAME.matcher(below.get(0)).matches();
    return (closing || thanks)
        && below.size() <= LONGEST_SIGNATURE
        && below.stream().noneMatch(OwnWords::isSaid);
  }

  private static boolean isSaid(String line) {
    return line.length() > LONGEST_SIGNATURE_LINE || SENTENCE.matcher(line).matches();
  }

  /** Some programs write the sender's address below what he wrote. */
  private void cutAddress() {
    int last = lines.size() - 1;
    while (last > 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last > 0 && ADDRESS.matcher(lines.get(last)).matches() && lines.get(last - 1).isBlank()) {
      cutFrom(last);
    }
  }

  private void cutFrom(int line) {
    replace(List.copyOf(lines.subList(0, line)));
  }

  private void replace(List<String> kept) {
    lines.clear();
    lines.addAll(kept);
  }

  private String joined() {
    return String.join("\n", lines).replaceAll("\\n{3,}", "\n\n").strip();
  }
}
