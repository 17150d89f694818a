package io.earshot.console.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.earshot.console.access.Role;
import io.earshot.console.http.Problem;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads ID tokens, and believes those alone that the provider signed, for us, now, and in answer to
 * this very sign-in.
 */
final class IdTokens {
  /** All with a private and a public key: nobody who can check a token can make one. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private final Provider provider;
  private volatile Optional<JWKSource<SecurityContext>> keys = Optional.empty();

  IdTokens(Provider provider) {
    this.provider = provider;
  }

  /**
   * @param nonce that was sent with the browser
   * @throws Problem with status 401 when the token is not to be believed
   */
  Identity read(String token, String nonce) {
    OidcSettings settings = provider.settings();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys()));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.clientId(),
            new JWTClaimsSet.Builder()
                .issuer(settings.issuer().toString())
                .claim("nonce", nonce)
                .build(),
            Set.of("sub", "exp", "iat")));
    try {
      return identity(processor.process(token, null));
    } catch (BadJOSEException | ParseException | JOSEException e) {
      throw Problem.unauthenticated("The provider's answer can't be believed: " + e.getMessage());
    }
  }

  private JWKSource<SecurityContext> keys() {
    if (keys.isEmpty()) {
      try {
        keys =
            Optional.of(
                JWKSourceBuilder.<SecurityContext>create(provider.keys().toURL())
                    .retrying(true)
                    .build());
      } catch (MalformedURLException e) {
        throw Problem.unavailable("The provider's description names no place of its keys");
      }
    }
    return keys.get();
  }

  private Identity identity(JWTClaimsSet claims) throws ParseException {
    String name =
        Stream.of("preferred_username", "email", "sub")
            .map(claim -> String.valueOf(claims.getClaim(claim)))
            .filter(text -> !text.equals("null"))
            .findFirst()
            .orElseThrow();
    String displayName =
        Optional.ofNullable(claims.getStringClaim("name")).filter(s -> !s.isBlank()).orElse(name);
    Map<String, Role> meanings = provider.settings().roles();
    List<Role> roles =
        values(claims.getClaim(provider.settings().roleClaim())).stream()
            .filter(meanings::containsKey)
            .map(meanings::get)
            .distinct()
            .toList();
    return new Identity(claims.getSubject(), name, displayName, roles);
  }

  private static List<String> values(Object claim) {
    if (claim instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).toList();
    }
    return claim == null ? List.of() : List.of(String.valueOf(claim));
  }
}
