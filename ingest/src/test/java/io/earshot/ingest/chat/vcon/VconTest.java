package io.earshot.ingest.chat.vcon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.Channel;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.Speaker;
import io.earshot.ingest.Reading;
import io.earshot.ingest.chat.Transcript;
import io.earshot.ingest.signature.TrustedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VconTest {
  private static final String TEXTS =
      """
      {"vcon": "%s", "uuid": "01890000-0000-8000-8000-000000000001", "created_at": "2026-03-04T10:00:00Z", "subject": "Lamp",
       "parties": [{"tel": "+12025550143", "name": "Ann"}, {"mailto": "joe@acme.test", "name": "Joe"}, {"type": "bot", "name": "Helper"}],
       "dialog": [
        {"type": "text", "start": "2026-03-04T10:00:00.500Z", "duration": 0, "parties": [2, 0], "%s": "text/plain", "encoding": "none", "body": "Welcome"},
        {"type": "text", "start": "2026-03-04T10:00:02.500Z", "parties": [0, 1], "%s": "text/plain", "encoding": "none", "body": "灯坏了"},
        {"type": "text", "start": "2026-03-04T10:00:05.500Z", "parties": [0, 1], "originator": 1, "%s": "text/html",
         "encoding": "base64url", "body": "PGI-V2h5PzwvYj4"},
        {"type": "transfer", "start": "2026-03-04T10:01:00Z", "parties": [0, 1]}]}
      """;

  @TempDir Path folder;

  private Reading read(String json) {
    return Reading.of(folder, "a.vcon", json);
  }

  @ParameterizedTest
  @CsvSource({"0.0.1,mimetype", "0.0.2,mediatype", "0.3.0,mediatype", "0.4.0,mediatype"})
  void readsTextsOfAllVersions(String version, String type) {
    Reading reading = read(TEXTS.formatted(version, type, type, type));

    assertThat(reading.turns())
        .containsExactly("system@0: Welcome", "customer@2000: 灯坏了", "agent@5000: Why?");
    Transcript transcript = reading.only();
    assertThat(transcript.format()).isEqualTo("vcon");
    assertThat(transcript.startedAt()).contains(Instant.parse("2026-03-04T10:00:00.500Z"));
    assertThat(transcript.attributes())
        .containsEntry("subject", "Lamp")
        .containsEntry("customer", "Ann")
        .containsEntry("agent", "Joe")
        .containsEntry("call_id", "01890000-0000-8000-8000-000000000001");
  }

  @Test
  void readsMailsInside() {
    Reading reading =
        read(
            """
            {"uuid": "u", "created_at": "2026-03-04T10:00:00Z", "parties": [{"mailto": "ann@x.test"}, {"mailto": "support@acme.test"}],
             "dialog": [{"type": "text", "start": "2026-03-04T10:00:00Z", "parties": [1, 0], "mediatype": "multipart/alternative; \\n\\tboundary=\\"b\\"", "encoding": "none",
               "body": "--b\\r\\nContent-Type: text/plain; charset=UTF-8\\r\\n\\r\\n好的。\\r\\n\\r\\n> old\\r\\n--b\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>x</p>\\r\\n--b--\\r\\n"}]}
            """);

    assertThat(reading.turns()).containsExactly("agent@0: 好的。");
  }

  @Test
  void takesRecordingsOut() {
    String sound =
        Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {82, -1, -2, 3});
    Reading reading =
        read(
            """
            {"vcon": "0.0.1", "uuid": "u-1", "created_at": "2026-03-04T10:00:00Z",
             "parties": [{"tel": "+1202", "role": "customer"}, {"name": "Joe", "role": "agent"}],
             "dialog": [
              {"type": "recording", "start": "2026-03-04T10:00:00Z", "duration": 12.5, "parties": [[0], [1]], "mimetype": "audio/x-wav", "filename": "x.wav",
               "encoding": "base64url", "body": "%s"},
              {"type": "text", "start": "2026-03-04T10:05:00Z", "parties": 0, "body": "one more thing"}]}
            """
                .formatted(sound));

    assertThat(reading.transcripts).hasSize(2);
    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly("customer@0: one more thing");
    Transcript call = reading.transcripts.get(1);
    assertThat(call.channel()).isEqualTo(Channel.CALL);
    assertThat(call.turns()).isEmpty();
    assertThat(call.startedAt()).contains(Instant.parse("2026-03-04T10:00:00Z"));
    assertThat(call.recordings()).hasSize(1);
    assertThat(call.recordings().get(0).bytes()).containsExactly(82, -1, -2, 3);
    assertThat(call.recordings().get(0).ending()).isEqualTo("wav");
    assertThat(call.recordings().get(0).roles()).containsExactly(Speaker.CUSTOMER, Speaker.AGENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"critical\": [\"strange\"]",
        "\"must_support\": [\"strange\"]",
        "\"vcon\": \"0.9.0\"",
        "\"parties\": null",
        "\"parties\": [null]",
        "\"parties\": 4",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"parties\": 7, \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"parties\": [-1], \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"parties\": \"a\", \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"soon\", \"parties\": 0, \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"parties\": 0, \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"duration\": -1, \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"duration\": \"long\", \"body\": \"x\"}]",
        "\"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"encoding\": \"base64url\", \"body\": \"a\"}]",
        "\"dialog\": [{\"type\": \"recording\", \"start\": \"2026-03-04T10:00:00Z\", \"parties\": 0, \"url\": \"https://x.test/a.wav\"}]",
        "\"dialog\": [{\"type\": \"incomplete\", \"start\": \"2026-03-04T10:00:00Z\", \"disposition\": \"busy\"}]",
        "\"dialog\": []",
        "\"dialog\": \"none\""
      })
  void refusesWhatItCantRead(String member) {
    String base =
        "{\"uuid\": \"u\", \"created_at\": \"2026-03-04T10:00:00Z\", \"parties\": [{\"name\": \"A\"}],"
            + " \"dialog\": [{\"type\": \"text\", \"start\": \"2026-03-04T10:00:00Z\", \"parties\": 0, \"body\": \"x\"}], ";
    assertThat(read(base + "\"extensions\": [\"strange\"]}").transcripts).hasSize(1);
    assertRefused(base + member + "}", List.of(), "");
  }

  @Test
  void refusesEncrypted() {
    assertRefused(
        "{\"protected\": \"x\", \"iv\": \"a\", \"ciphertext\": \"b\", \"recipients\": []}",
        List.of(),
        "encrypted");
  }

  private void assertRefused(String json, List<java.security.PublicKey> keys, String why) {
    assertThatThrownBy(() -> read(json, keys))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
        .hasMessageContaining(why);
  }

  private Reading read(String json, List<java.security.PublicKey> keys) {
    return Reading.of(folder, "s.vcon", json.getBytes(UTF_8), Optional.empty(), keys);
  }

  private static String url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String signed(String payload, String algorithm, Signature signer, KeyPair pair)
      throws GeneralSecurityException {
    String head = url(("{\"alg\":\"" + algorithm + "\"}").getBytes(UTF_8));
    String body = url(payload.getBytes(UTF_8));
    signer.initSign(pair.getPrivate());
    signer.update((head + "." + body).getBytes(UTF_8));
    return "{\"payload\": \"%s\", \"signatures\": [{\"protected\": \"%s\", \"signature\": \"%s\"}]}"
        .formatted(body, head, url(signer.sign()));
  }

  @ParameterizedTest
  @CsvSource({
    "RS256,RSA,SHA256withRSA",
    "ES256,EC,SHA256withECDSAinP1363Format",
    "EdDSA,Ed25519,Ed25519"
  })
  void checksSignatures(String name, String kind, String algorithm)
      throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
    if (!kind.equals("Ed25519")) {
      generator.initialize(kind.equals("EC") ? 256 : 2048);
    }
    KeyPair pair = generator.generateKeyPair();
    KeyPair other = generator.generateKeyPair();
    String vcon = TEXTS.formatted("0.4.0", "mediatype", "mediatype", "mediatype");
    String json = signed(vcon, name, Signature.getInstance(algorithm), pair);
    Path file = folder.resolve("keys.pem");
    Files.writeString(
        file,
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");

    assertThat(read(json, TrustedKeys.load(file)).only().attributes())
        .containsEntry("signature", "verified");
    assertThat(read(json, List.of()).only().attributes()).containsEntry("signature", "not checked");
    assertRefused(json, List.of(other.getPublic()), "none of the keys");
    String forged =
        signed(vcon.replace("Lamp", "Desk"), name, Signature.getInstance(algorithm), other);
    assertRefused(forged, List.of(pair.getPublic()), "none of the keys");
    assertRefused(json.replace("\"signature\"", "\"signed\""), List.of(pair.getPublic()), "");
  }

  @Test
  void refusesKeysThatAreNone() throws IOException {
    Path file =
        Files.writeString(folder.resolve("k.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END");
    assertThatThrownBy(() -> TrustedKeys.load(file))
        .isInstanceOfSatisfying(
            EarshotException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED));
  }

  @Test
  void readsTheRolesOfTheContactCenterExtension() {
    Reading reading =
        Reading.of(
            folder,
            "v.json",
            """
            {"vcon": "0.4.0", "uuid": "u", "critical": ["CC"], "parties": [{"name": "Mia", "role": "customer"},
              {"name": "Joe", "role": "agent"}, {"name": "Sue", "role": "sme"}, {"name": "Lee", "role": "thirdparty"}],
             "dialog": [
              {"type": "text", "start": "2026-03-04T09:00:00Z", "parties": [0], "body": "hi"},
              {"type": "text", "start": "2026-03-04T09:00:01Z", "parties": [2], "body": "hello"},
              {"type": "text", "start": "2026-03-04T09:00:02Z", "parties": [3], "body": "me too"},
              {"type": "text", "start": "2026-03-04T09:00:03Z", "parties": [1], "mediatype": "message/rfc822",
               "body": "From: joe@acme.test\\nSubject: x\\nContent-Type: text/plain\\n\\nby mail\\n"},
              {"type": "recording", "start": "2026-03-04T09:10:00Z", "parties": [[1], [0]], "mediatype": "audio/x-wav",
               "body": "UklGRg", "encoding": "base64url"}]}
            """);

    assertThat(Reading.turns(reading.transcripts.get(0)))
        .containsExactly(
            "customer@0: hi", "agent@1000: hello", "unknown@2000: me too", "agent@3000: by mail");
    assertThat(reading.transcripts.get(1).attributes())
        .containsEntry("agent", "Joe")
        .containsEntry("customer", "Mia");
    assertThat(reading.transcripts.get(1).recordings().get(0).roles())
        .containsExactly(Speaker.AGENT, Speaker.CUSTOMER);
  }
}
