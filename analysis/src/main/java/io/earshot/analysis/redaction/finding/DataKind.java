package io.earshot.analysis.redaction.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of personal data that are found without being described by an operator. Each knows what
 * Presidio, whose labels most marked test sets use, calls the same thing.
 */
public enum DataKind {
  CARD("CREDIT_CARD"),
  CARD_CODE("CREDIT_CARD_CVV"),
  CARD_EXPIRY("CREDIT_CARD_EXPIRY"),
  BANK_ACCOUNT("US_BANK_NUMBER", "BANK_ACCOUNT"),
  IBAN("IBAN_CODE"),
  CHINA_ID("CN_ID_CARD"),
  NATIONAL_ID("US_SSN", "US_ITIN", "UK_NINO", "UK_NHS", "SG_NRIC_FIN", "IN_AADHAAR", "NATIONAL_ID"),
  DRIVER_LICENCE("US_DRIVER_LICENSE"),
  PASSPORT("US_PASSPORT", "PASSPORT"),
  PHONE("PHONE_NUMBER"),
  EMAIL("EMAIL_ADDRESS"),
  URL("DOMAIN_NAME", "URL"),
  IP("IP_ADDRESS"),
  ADDRESS("STREET_ADDRESS"),
  PLATE("LICENSE_PLATE"),
  PERSON("PERSON"),
  BIRTH_DATE("DATE_OF_BIRTH"),
  ORDER_NUMBER("ORDER_NUMBER");

  private final List<String> labels;

  DataKind(String... labels) {
    this.labels = List.of(labels);
  }

  /** The name in settings and findings: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What Presidio and sets marked like it call this; the usual name first. */
  public List<String> labels() {
    return labels;
  }

  /** The kind of a {@link #code()}. */
  public static Optional<DataKind> ofCode(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  /** The kind that a label of a marked set stands for; empty where none corresponds. */
  public static Optional<DataKind> ofLabel(String label) {
    return Arrays.stream(values()).filter(kind -> kind.labels.contains(label)).findFirst();
  }
}
