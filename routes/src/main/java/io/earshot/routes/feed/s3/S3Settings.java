package io.earshot.routes.feed.s3;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where objects lie, and who we are there.
 *
 * @param bucket ({@code bucket})
 * @param endpoint address of a store other than Amazon's ({@code endpoint}, such as {@code
 *     https://minio.example:9000}); empty for Amazon's
 * @param region ({@code region}, us-east-1)
 * @param prefix what the keys that are read begin with ({@code prefix}); names begin behind its
 *     last slash
 * @param accessKey ({@code access_key}); empty to take the environment's, the user's or the
 *     machine's own, as Amazon's tools do
 * @param secretKey ({@code secret_key})
 * @param pathStyle whether the bucket stands in the path of addresses and not before the host
 *     ({@code path_style}, true with an endpoint)
 * @param trust which certificates of the store are believed
 * @param timeout for connecting and for each answer ({@code timeout}, 30s)
 */
record S3Settings(
    String bucket,
    Optional<URI> endpoint,
    String region,
    String prefix,
    String accessKey,
    String secretKey,
    boolean pathStyle,
    Trust trust,
    Duration timeout) {

  static S3Settings from(Section section) {
    Optional<URI> endpoint =
        section.parsed(
            "endpoint", "an address such as https://minio.example:9000", S3Settings::web);
    S3Settings settings =
        new S3Settings(
            section.required("bucket"),
            endpoint,
            section.text("region", "us-east-1"),
            section.text("prefix", ""),
            section.text("access_key", ""),
            section.secret("secret_key", ""),
            section.flag("path_style", endpoint.isPresent()),
            Trust.from(section, isEncrypted(endpoint)),
            section.duration("timeout", Duration.ofSeconds(30)));
    if (settings.accessKey.isEmpty() != settings.secretKey.isEmpty()) {
      section.problem("secret_key", "and 'access_key' stand together or not at all");
    }
    return settings;
  }

  private static Optional<URI> web(String text) {
    URI address = URI.create(text);
    boolean usable = address.getHost() != null && address.getUserInfo() == null;
    boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    return usable && web ? Optional.of(address) : Optional.empty();
  }

  private static boolean isEncrypted(Optional<URI> endpoint) {
    return endpoint.map(URI::getScheme).filter("http"::equals).isEmpty();
  }

  boolean isEncrypted() {
    return isEncrypted(endpoint);
  }

  /** Where names begin in keys. */
  String base() {
    return prefix.substring(0, prefix.lastIndexOf('/') + 1);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    String store = endpoint.map(address -> " at " + address.getAuthority()).orElse("");
    return "s3://%s/%s%s".formatted(bucket, prefix, store);
  }
}
