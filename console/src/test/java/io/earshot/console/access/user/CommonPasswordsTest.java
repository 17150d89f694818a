package io.earshot.console.access.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
  private final CommonPasswords common = CommonPasswords.load();

  @Test
  void holdsMoreThanTheThreeThousandThatAreTriedFirst() {
    assertThat(common.size()).isGreaterThan(3_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234", "Password2024", "123456789012", "qwertyuiop123", "P@$$w0rd1234",
        "iloveyou2023", "woaini5201314", "aaaaaaaaaaaa", "121212121212", "administrator",
        "welcomewelcome", "1q2w3e4r5t6y", "letmein12345"
      })
  void knowsWhatIsTriedFirst(String password) {
    assertThat(common.contains(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse battery staple", "我家的猫每天早上六点叫我", "tr0ub4dor&3-x9Q"})
  void letsOthersPass(String password) {
    assertThat(common.contains(password)).isFalse();
  }

  @Test
  void namesAreNoPasswords() {
    assertThat(common.isMadeOf("EarShot-2026!", "ann", "")).isTrue();
    assertThat(common.isMadeOf("Anna.Kovacs1987", "akovacs", "Anna Kovacs")).isTrue();
    assertThat(common.isMadeOf("a longer phrase by anna", "anna", "")).isFalse();
  }
}
