package io.earshot.analysis.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionSettingsTest {
  @TempDir Path folder;

  @Test
  void ownTypesAndMasksAreTheOperators() throws IOException {
    Redactor redactor =
        load(
            """
            mask_attributes: [customer]
            types:
              email: {mask: "[MAIL]"}
              url: {on: false}
            own_types:
              - {name: membership, mask: "[MEMBER]", pattern: '\\bM-\\d{8}\\b', context: [member]}
            """);
    Redacted redacted =
        redactor.redact(
            Redactors.chat("c: a@example.com www.example.com member M-12345678", "c: so M-x"));
    assertThat(Redactors.texts(redacted.conversation()))
        .containsExactly("[MAIL] www.example.com member [MEMBER]", "so M-x");
    assertThat(redacted.conversation().attributes())
        .containsEntry("agent", "Bettina")
        .containsEntry("customer", "[CUSTOMER]");
  }

  @Test
  void orderNumbersGoWhenAskedFor() throws IOException {
    Redactor redactor = load("types: {order_number: {on: true, context: [订单号]}}");
    assertThat(redactor.find("订单号123456789012", "zh")).hasSize(1);
  }

  @Test
  void aPatternThatTakesForeverFindsNothing() throws IOException {
    Redactor redactor = load("own_types: [{name: slow, pattern: '(a+)+b'}]");
    assertThat(redactor.find("a".repeat(60), "en")).isEmpty();
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    assertThatThrownBy(
            () ->
                load(
                    """
                    phone_regions: [CN, XX]
                    least_confidence: 3
                    types: {card: {mask: card}, crad: {on: true}}
                    own_types: [{name: Bad Name, pattern: '('}, {name: phone, pattern: 'x'}]
                    """))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED))
        .hasMessageContainingAll(
            "XX", "least_confidence", "mask", "crad", "name", "pattern", "taken");
  }

  private Redactor load(String yaml) throws IOException {
    return Redactor.load(Files.writeString(folder.resolve("redaction.yaml"), yaml));
  }
}
