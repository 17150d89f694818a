package io.earshot.console.access.user;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passwords of twelve characters and more that are guessed first. Lists of leaked passwords are
 * mostly shorter; what people do when twelve are asked for is to take a common word twice, to add a
 * row of digits or a year, or to walk over the keyboard. So the list is made: a file of common
 * beginnings, each with the endings that people add. Immutable.
 */
final class CommonPasswords {
  private static final String FILE = "/io/earshot/console/access/common-passwords.txt";
  private static final int FIRST_YEAR = 1950;
  private static final int LAST_YEAR = 2035;
  private static final Pattern LETTERS_ONLY = Pattern.compile("[^\\p{L}]");
  private static final Pattern BEGINNING_AND_ENDING = Pattern.compile("(.*?)([0-9!@#$]*)");
  private static final List<String> ENDINGS =
      List.of(
          "1",
          "!",
          "12",
          "123",
          "1234",
          "12345",
          "123456",
          "1234567",
          "12345678",
          "123456789",
          "1234567890",
          "0",
          "00",
          "000",
          "007",
          "01",
          "11",
          "111",
          "1111",
          "11111",
          "111111",
          "22",
          "222",
          "321",
          "4321",
          "54321",
          "654321",
          "69",
          "77",
          "777",
          "7777",
          "88",
          "888",
          "8888",
          "99",
          "520",
          "1314",
          "5201314",
          "666",
          "666666",
          "88888888",
          "abc",
          "abc123",
          "qwe",
          "qwerty",
          "asd",
          "!!",
          "!!!",
          "@123",
          "#123",
          "!@#",
          "!@#$",
          "123!",
          "1234!",
          "123456!",
          "@1234",
          "password",
          "pass",
          "admin");

  private final Set<String> passwords;

  private CommonPasswords(Set<String> passwords) {
    this.passwords = passwords;
  }

  static CommonPasswords load() {
    Set<String> passwords = new HashSet<>();
    for (String word : words()) {
      add(passwords, word);
      add(passwords, word + word);
      add(passwords, word + word + word);
      ENDINGS.forEach(ending -> add(passwords, word + ending));
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        add(passwords, word + year);
      }
    }
    return new CommonPasswords(Set.copyOf(passwords));
  }

  private static List<String> words() {
    try (InputStream stream = CommonPasswords.class.getResourceAsStream(FILE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> List.of(line.strip().split(" ")).stream())
          .filter(Predicate.not(String::isBlank))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading %s from the jar failed".formatted(FILE), e);
    }
  }

  private static void add(Set<String> passwords, String candidate) {
    if (candidate.length() >= Passwords.LEAST_CHARACTERS) {
      passwords.add(candidate);
    }
  }

  int size() {
    return passwords.size();
  }

  /** Whether it is one of them, however it is capitalised or its letters are replaced by signs. */
  boolean contains(String password) {
    String plain = password.toLowerCase(Locale.ROOT);
    return plain.codePoints().distinct().count() <= 2
        || passwords.contains(plain)
        || passwords.contains(letters(plain))
        || passwords.contains(withPlainBeginning(plain));
  }

  /** {@code p@ssw0rd1234} is {@code password1234}. */
  private static String withPlainBeginning(String plain) {
    Matcher parts = BEGINNING_AND_ENDING.matcher(plain);
    return parts.matches() ? letters(parts.group(1)) + parts.group(2) : plain;
  }

  /** {@code p@ssw0rd} is {@code password}. */
  private static String letters(String plain) {
    return plain
        .replace('@', 'a')
        .replace('4', 'a')
        .replace('3', 'e')
        .replace('0', 'o')
        .replace('$', 's')
        .replace('5', 's');
  }

  /** Whether its letters are nothing but one of these words, or the program's name. */
  boolean isMadeOf(String password, String... words) {
    String letters = lettersOf(password);
    return letters.equals("earshot")
        || List.of(words).stream()
            .map(CommonPasswords::lettersOf)
            .anyMatch(word -> !word.isEmpty() && letters.replace(word, "").isEmpty());
  }

  private static String lettersOf(String text) {
    return LETTERS_ONLY.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
