package io.earshot.ingest.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A JWS in JSON, with one signature or several. */
public final class SignedJson {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int MOST_SIGNATURES = 20;

  /** By their names in RFC 7518 and 8037. */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          "RS256", "SHA256withRSA",
          "RS384", "SHA384withRSA",
          "RS512", "SHA512withRSA",
          "ES256", "SHA256withECDSAinP1363Format",
          "ES384", "SHA384withECDSAinP1363Format",
          "ES512", "SHA512withECDSAinP1363Format",
          "EdDSA", "Ed25519");

  private static final Map<String, Integer> PSS = Map.of("PS256", 32, "PS384", 48, "PS512", 64);

  private SignedJson() {}

  /** Whether an object is a JWS in JSON. */
  public static boolean isOne(JsonNode root) {
    return root.path("payload").isTextual()
        && (root.path("signatures").isArray() || root.path("signature").isTextual());
  }

  /**
   * The content.
   *
   * @param keys one of which must have signed it; empty to take it unchecked
   * @throws EarshotException of kind BAD_INPUT when it was not signed with one of the keys, or is
   *     no JSON
   */
  public static JsonNode content(JsonNode signed, List<PublicKey> keys) {
    String payload = signed.path("payload").asText();
    if (!keys.isEmpty() && signatures(signed).stream().noneMatch(s -> verifies(s, payload, keys))) {
      throw EarshotException.badInput(
          "it is signed, but with none of the keys in ingest.vcon_keys; ask its sender for the"
              + " right certificate, or for the file as it was signed");
    }
    try {
      return MAPPER.readTree(decode(payload));
    } catch (IOException | IllegalArgumentException e) {
      throw EarshotException.badInput("what is signed in it is no JSON", e);
    }
  }

  private static List<JsonNode> signatures(JsonNode signed) {
    List<JsonNode> found = new ArrayList<>();
    if (signed.path("signature").isTextual()) {
      found.add(signed);
    }
    for (JsonNode signature : signed.path("signatures")) {
      if (found.size() < MOST_SIGNATURES) {
        found.add(signature);
      }
    }
    return found;
  }

  private static boolean verifies(JsonNode signature, String payload, List<PublicKey> keys) {
    String head = signature.path("protected").asText("");
    try {
      JsonNode header = MAPPER.readTree(decode(head));
      byte[] value = decode(signature.path("signature").asText(""));
      byte[] signed = (head + "." + payload).getBytes(US_ASCII);
      String algorithm = header.path("alg").asText("");
      // What must be understood and is not known here makes the signature worthless.
      return !header.has("crit")
          && keys.stream().anyMatch(key -> verifies(algorithm, key, signed, value));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean verifies(String algorithm, PublicKey key, byte[] signed, byte[] value) {
    try {
      Signature verifier = verifier(algorithm);
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(value);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Signature verifier(String algorithm) throws GeneralSecurityException {
    Integer salt = PSS.get(algorithm);
    if (salt == null) {
      return Signature.getInstance(ALGORITHMS.getOrDefault(algorithm, "none"));
    }
    String hash = "SHA-" + salt * 8;
    Signature verifier = Signature.getInstance("RSASSA-PSS");
    verifier.setParameter(new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1));
    return verifier;
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
