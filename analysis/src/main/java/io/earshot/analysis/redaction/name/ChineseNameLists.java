package io.earshot.analysis.redaction.name;

import java.util.Set;

/** What is known of the characters of Chinese names. */
final class ChineseNameLists {
  private static final Set<String> SURNAMES = NameLists.load("surnames-zh.txt");
  private static final Set<String> COMMON = NameLists.load("common-surnames-zh.txt");
  private static final Set<String> COMPOUND = NameLists.load("compound-surnames-zh.txt");
  private static final Set<String> GIVEN = NameLists.load("given-characters-zh.txt");

  /** Characters that end or follow a name in a sentence and are hardly part of one. */
  private static final String FUNCTION =
      "的了吗呢吧啊呀哦嘛么是在有和跟与要想给说来去到就都也还又不没很太我你您他她它们这那哪谁什怎为被把让叫请问号码话电手机收买退换货件单款钱用会能得着过个几多少上下里前后时候日月年先女老师您好对从向但如果因所最再才刚已经正做找打接发送签拿看听查帮客服下单";

  private ChineseNameLists() {}

  static boolean isSurname(String character) {
    return SURNAMES.contains(character);
  }

  /** Whether it is the surname of many, and hardly any other word. */
  static boolean isCommonSurname(String character) {
    return COMMON.contains(character);
  }

  static boolean isCompound(String characters) {
    return COMPOUND.contains(characters);
  }

  static boolean isGiven(char character) {
    return GIVEN.contains(String.valueOf(character));
  }

  static boolean isFunction(char character) {
    return FUNCTION.indexOf(character) >= 0;
  }
}
