package io.earshot.analysis.redaction.number;

import io.earshot.analysis.redaction.number.Element.Form;
import java.util.Optional;

/** Reads "三", "二十三", "一百三十八", "两万五千". */
final class ChineseQuantity {
  private static final int LONGEST = 16;

  private ChineseQuantity() {}

  static Optional<Element> at(ElementReader reader, int at) {
    boolean ten = reader.word(at).equals("十");
    if (!ten && reader.unit(at).isEmpty()) {
      return Optional.empty();
    }
    if (!ten && !DigitWords.CHINESE_POWERS.containsKey(reader.word(at + 1))) {
      return Optional.of(
          new Element(String.valueOf(reader.unit(at).orElseThrow()), at, at + 1, Form.SPOKEN));
    }
    return Optional.of(quantity(reader, at));
  }

  private static Element quantity(ElementReader reader, int from) {
    long whole = 0;
    long part = 0;
    long digit = 0;
    int at = from;
    boolean open = true;
    while (open && at - from < LONGEST) {
      Integer power = DigitWords.CHINESE_POWERS.get(reader.word(at));
      Optional<Integer> unit = reader.unit(at);
      if (power != null && power >= 10_000) {
        whole += (part + digit) * power;
        part = 0;
        digit = 0;
      } else if (power != null) {
        part += Math.max(1, digit) * power;
        digit = 0;
      } else if (unit.isPresent() && digit == 0) {
        digit = unit.get();
      } else {
        open = false;
      }
      at = open ? at + 1 : at;
    }
    return new Element(String.valueOf(whole + part + digit), from, at, Form.COUNTED);
  }
}
