package io.earshot.routes.feed.s3;

import io.earshot.config.Section;
import io.earshot.routes.feed.files.About;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Afterwards;
import io.earshot.routes.feed.files.FileFeed;
import io.earshot.routes.feed.files.Place;
import io.earshot.routes.feed.files.Visit;
import io.earshot.routes.source.Feed;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** A bucket of a store that speaks S3. */
public final class S3Place implements Place {
  private final S3Settings settings;
  private final String done;

  private S3Place(S3Settings settings, String done) {
    this.settings = settings;
    this.done = done;
  }

  /** The feed that the section under {@code s3} describes. */
  public static Feed feed(Section section) {
    Afterwards afterwards = Afterwards.from(section);
    return new FileFeed(new S3Place(S3Settings.from(section), afterwards.done()), afterwards);
  }

  /** An object appears when all of it is there. */
  @Override
  public About about() {
    String warning =
        settings.isEncrypted()
            ? ""
            : "not encrypted: who can listen on the way can read all of it, use https";
    return new About("s3", settings.toString(), true, warning);
  }

  @Override
  public Visit visit() throws AccessRefused {
    return new S3Visit(client(), settings, done);
  }

  private SdkHttpClient http() throws AccessRefused {
    UrlConnectionHttpClient.Builder http =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(settings.timeout())
            .socketTimeout(settings.timeout());
    TrustManager[] trusted = settings.trust().managers();
    return http.tlsTrustManagersProvider(() -> trusted).build();
  }

  private S3Client client() throws AccessRefused {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClient(http())
            .region(Region.of(settings.region()))
            .credentialsProvider(credentials())
            .forcePathStyle(settings.pathStyle())
            // Newer kinds of checksums are unknown to many stores.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .crossRegionAccessEnabled(settings.endpoint().isEmpty())
            .overrideConfiguration(
                limits ->
                    limits
                        .apiCallAttemptTimeout(settings.timeout())
                        .addExecutionInterceptor(new BoundedAnswers()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private AwsCredentialsProvider credentials() {
    if (settings.accessKey().isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }
}
