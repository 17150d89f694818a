package io.earshot.ingest.text;

import java.text.Normalizer;

/**
 * Writes letters, digits and signs in their plain form. The marks of Chinese text stay as they are:
 * there they belong.
 */
final class PlainForms {
  private static final String SIGNS = "＠＋－＿／％＃＆＊＝＄";
  private static final int TO_ASCII = 0xfee0;

  private PlainForms() {}

  static String of(String text, RepairReport report) {
    StringBuilder out = new StringBuilder(text.length());
    int widths = 0;
    int forms = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      int end = i + Character.charCount(code);
      if (isWide(code, text, i)) {
        out.append(narrow(code));
        widths++;
      } else if (isShow(code)) {
        out.append(Normalizer.normalize(text.substring(i, end), Normalizer.Form.NFKC));
        forms++;
      } else {
        out.appendCodePoint(code);
      }
      i = end;
    }
    report.count(Repair.WIDTH, widths);
    report.count(Repair.FORMS, forms);
    return TextRepair.composed(out.toString());
  }

  private static boolean isWide(int code, String text, int at) {
    boolean digit = code >= '０' && code <= '９';
    boolean letter = (code >= 'Ａ' && code <= 'Ｚ') || (code >= 'ａ' && code <= 'ｚ');
    boolean kana = code >= 0xff66 && code <= 0xff9f;
    boolean between =
        (code == '：' || code == '．') && digitAt(text, at - 1) && digitAt(text, at + 1);
    return digit || letter || kana || between || code == 0x3000 || isSign(code);
  }

  private static boolean isSign(int code) {
    return code > 0xff00 && SIGNS.indexOf(code) >= 0;
  }

  private static boolean digitAt(String text, int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private static String narrow(int code) {
    if (code == 0x3000) {
      return " ";
    }
    boolean ascii = code > 0xff00 && code < 0xff5f;
    return ascii
        ? Character.toString(code - TO_ASCII)
        : Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKC);
  }

  /** Radicals for characters, compatibility characters, ligatures, letters of mathematics. */
  private static boolean isShow(int code) {
    return (code >= 0x2f00 && code <= 0x2fd5)
        || (code >= 0xf900 && code <= 0xfaff)
        || (code >= 0xfb00 && code <= 0xfb06)
        || (code >= 0x1d400 && code <= 0x1d7ff);
  }
}
