package io.earshot.routes.feed.s3;

import io.earshot.ingest.PlainName;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Listing;
import io.earshot.routes.feed.files.RemoteFile;
import io.earshot.routes.feed.files.ServerName;
import io.earshot.routes.feed.files.Trust;
import io.earshot.routes.feed.files.Unfetchable;
import io.earshot.routes.feed.files.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A time of asking a bucket; nothing stays open between two requests. */
final class S3Visit implements Visit {
  private static final int NOT_FOUND = 404;
  private static final int CHANGED = 412;

  /** More pages than two million keys have. */
  private static final int MOST_PAGES = 20_000;

  /** What one request can copy. */
  private static final long MOST_COPIED = 5L << 30;

  private final S3Client client;
  private final S3Settings settings;
  private final String done;

  S3Visit(S3Client client, S3Settings settings, String done) {
    this.client = client;
    this.settings = settings;
    this.done = done.isEmpty() || done.endsWith("/") ? done : done + "/";
  }

  @Override
  public void list(Listing listing) throws IOException {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder()
            .bucket(settings.bucket())
            .prefix(settings.prefix())
            // Keys may hold what XML can't.
            .encodingType(EncodingType.URL);
    for (int page = 0; page < MOST_PAGES; page++) {
      ListObjectsV2Response answer = listed(request.build());
      for (S3Object object : answer.contents()) {
        if (!tell(object, listing)) {
          return;
        }
      }
      if (!Boolean.TRUE.equals(answer.isTruncated()) || answer.nextContinuationToken() == null) {
        return;
      }
      request.continuationToken(answer.nextContinuationToken());
    }
    throw new IOException("its listing does not end within %d pages".formatted(MOST_PAGES));
  }

  private ListObjectsV2Response listed(ListObjectsV2Request request) throws IOException {
    try {
      return client.listObjectsV2(request);
    } catch (S3Exception e) {
      throw e.statusCode() >= 500 || e.statusCode() == 429
          ? new IOException("it is too busy or broken: " + code(e), e)
          : new AccessRefused(
              "it says %s: mend bucket, region, access_key or secret_key, or the rights of the account"
                  .formatted(code(e)));
    } catch (SdkClientException e) {
      throw failure(e);
    }
  }

  private boolean tell(S3Object object, Listing listing) {
    String key = object.key();
    boolean folder = key.endsWith("/");
    boolean isDone = !done.isEmpty() && key.startsWith(done);
    if (folder || isDone || !key.startsWith(settings.base())) {
      return true;
    }
    String name = key.substring(settings.base().length());
    for (String part : name.split("/", -1)) {
      String problem = ServerName.problem(part);
      if (!problem.isEmpty()) {
        listing.refused(name, problem);
        return true;
      }
    }
    long bytes = object.size() == null ? -1 : object.size();
    Instant time = object.lastModified() == null ? Instant.EPOCH : object.lastModified();
    return listing.found(new RemoteFile(name, bytes, time, String.valueOf(object.eTag())));
  }

  @Override
  public InputStream open(RemoteFile file) throws IOException {
    return ask(
        () ->
            client.getObject(
                get -> get.bucket(settings.bucket()).key(key(file)).ifMatch(file.version())));
  }

  @Override
  public boolean isUnchanged(RemoteFile file) throws IOException {
    return head(key(file)).filter(now -> file.version().equals(now.eTag())).isPresent();
  }

  private Optional<HeadObjectResponse> head(String key) throws IOException {
    try {
      return Optional.of(client.headObject(head -> head.bucket(settings.bucket()).key(key)));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw failure(e);
    } catch (SdkClientException e) {
      throw failure(e);
    }
  }

  @Override
  public void delete(RemoteFile file) throws IOException {
    ask(() -> client.deleteObject(delete -> delete.bucket(settings.bucket()).key(key(file))));
  }

  /** A process that died between copying and deleting leaves a copy that does for the next one. */
  @Override
  public void move(RemoteFile file) throws IOException {
    if (file.bytes() > MOST_COPIED) {
      throw new Unfetchable("more than 5 GB can't be moved by one request");
    }
    String target = done + file.name();
    Optional<HeadObjectResponse> there = head(target);
    boolean copied = there.filter(now -> file.version().equals(now.eTag())).isPresent();
    if (!copied) {
      copy(file, there.isPresent() ? stamped(file, target) : target);
    }
    delete(file);
  }

  private void copy(RemoteFile file, String target) throws IOException {
    ask(
        () ->
            client.copyObject(
                copy ->
                    copy.sourceBucket(settings.bucket())
                        .sourceKey(key(file))
                        .copySourceIfMatch(file.version())
                        .destinationBucket(settings.bucket())
                        .destinationKey(target)));
  }

  private static String stamped(RemoteFile file, String target) {
    int slash = target.lastIndexOf('/') + 1;
    return "%s%d-%s"
        .formatted(
            target.substring(0, slash), file.modifiedAt().toEpochMilli(), target.substring(slash));
  }

  private String key(RemoteFile file) {
    return settings.base() + file.name();
  }

  /** A request about one object. */
  private interface Request<T> {
    T send();
  }

  private static <T> T ask(Request<T> request) throws IOException {
    try {
      return request.send();
    } catch (SdkException e) {
      throw failure(e);
    }
  }

  private static IOException failure(SdkException e) {
    if (e instanceof S3Exception answer) {
      boolean changed = answer.statusCode() == CHANGED || answer.statusCode() == NOT_FOUND;
      boolean broken = answer.statusCode() >= 500 || answer.statusCode() == 429;
      return broken
          ? new IOException("it is too busy or broken: " + code(answer), e)
          : new Unfetchable(changed ? "it was changed or deleted" : "it says " + code(answer));
    }
    String why = String.valueOf(e.getMessage());
    if (why.contains("credentials")) {
      return new AccessRefused("there are no access_key and secret_key, nor any of this machine's");
    }
    return Trust.refusal(e, "endpoint")
        .map(IOException.class::cast)
        .orElseGet(() -> new IOException(PlainName.of(why), e));
  }

  private static String code(S3Exception e) {
    boolean told = e.awsErrorDetails() != null && e.awsErrorDetails().errorCode() != null;
    return told
        ? "%d %s".formatted(e.statusCode(), PlainName.of(e.awsErrorDetails().errorCode()))
        : "" + e.statusCode();
  }

  @Override
  public void close() {
    client.close();
  }
}
