package io.earshot.ingest.chat.lines;

import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.notation.Roles;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * People who stand before what they said by their names, not their roles, found by looking over the
 * beginning of a text: any word may stand before a colon, but few do so again and again.
 */
final class SpeakerNames {
  private static final int MOST_NAMES = 8;
  private static final int LEAST_LINES = 3;

  /** Of the lines that are not blank so many must begin with a name where none has a time. */
  private static final double LEAST_SHARE = 0.5;

  /** Who talks says more than one thing; fields of a form stand there once. */
  private static final double LEAST_TURNS_EACH = 1.5;

  private static final int MOST_WORDS = 4;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}\\p{M}][\\p{L}\\p{N}\\p{M} .'’_@&()（）·-]{0,39}");
  private static final Pattern PHRASE = Pattern.compile("\\p{Ll}.* .*");
  private static final Set<String> FIELDS =
      Set.of(
          "name",
          "info",
          "warn",
          "warning",
          "error",
          "debug",
          "trace",
          "fatal",
          "date",
          "time",
          "subject",
          "from",
          "to",
          "cc",
          "order",
          "order number",
          "id",
          "number",
          "address",
          "phone",
          "email",
          "e-mail",
          "total",
          "price",
          "quantity",
          "qty",
          "note",
          "notes",
          "status",
          "title",
          "url",
          "http",
          "https",
          "ps",
          "p.s.",
          "ticket",
          "reason",
          "summary",
          "topic",
          "姓名",
          "电话",
          "地址",
          "日期",
          "时间",
          "订单号",
          "单号",
          "主题",
          "备注",
          "金额",
          "数量",
          "型号",
          "标题",
          "原因",
          "电話",
          "電話",
          "訂單號",
          "時間",
          "主題",
          "備註");

  private SpeakerNames() {}

  /** A name at the beginning of a line, and how date and time stand around it. */
  private record Sign(String name, String form) {
    boolean timed() {
      return !form.isEmpty();
    }
  }

  static Set<String> in(List<String> lines) {
    List<Sign> signs = lines.stream().map(SpeakerNames::sign).flatMap(Optional::stream).toList();
    Optional<String> form = commonForm(signs);
    if (form.isPresent()) {
      List<Sign> alike = signs.stream().filter(sign -> sign.form().equals(form.get())).toList();
      boolean colons = form.get().matches("(?s).*[:：]");
      Set<String> names = names(alike);
      // Lines of a calendar look like headings, but each stands there once.
      return colons || alike.size() > names.size() ? names : Set.of();
    }
    long written = lines.stream().filter(line -> !line.isBlank()).count();
    boolean roles = lines.stream().anyMatch(line -> SpokenLine.parse(line).isPresent());
    Set<String> names = names(signs);
    boolean talk =
        names.size() >= 2
            && names.stream().noneMatch(name -> Character.isLowerCase(name.charAt(0)))
            && signs.size() >= LEAST_LINES
            && signs.size() >= LEAST_SHARE * written
            && signs.size() >= LEAST_TURNS_EACH * names.size();
    return talk && !roles ? names : Set.of();
  }

  /** What most of the lines with a time look like. */
  private static Optional<String> commonForm(Collection<Sign> signs) {
    Map<String, Integer> forms = new HashMap<>();
    signs.stream().filter(Sign::timed).forEach(sign -> forms.merge(sign.form(), 1, Integer::sum));
    return forms.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private static Set<String> names(Collection<Sign> signs) {
    Set<String> names = new HashSet<>();
    signs.forEach(sign -> names.add(sign.name()));
    return names.size() > MOST_NAMES ? Set.of() : names;
  }

  private static Optional<Sign> sign(String line) {
    return SpokenLine.parse(line, SpeakerNames::label)
        .filter(spoken -> !spoken.text().startsWith("//"))
        .map(
            spoken ->
                new Sign(
                    spoken.label().name(), spoken.stamp().isEmpty() ? "" : form(line, spoken)));
  }

  private static Optional<Roles.Label> label(String text) {
    String name = text.strip();
    boolean usable =
        NAME.matcher(name).matches()
            && name.split(" ", -1).length <= MOST_WORDS
            && !PHRASE.matcher(name).matches()
            && !FIELDS.contains(name.toLowerCase(Locale.ROOT))
            && name.chars().anyMatch(Character::isLetter);
    return usable ? Optional.of(new Roles.Label(Speaker.UNKNOWN, name)) : Optional.empty();
  }

  /** The line before its text, with all numbers alike. */
  private static String form(String line, SpokenLine spoken) {
    String head = line.substring(0, line.length() - spoken.text().length());
    return head.replace(spoken.label().name(), "@").replaceAll("\\d+", "0").strip();
  }
}
