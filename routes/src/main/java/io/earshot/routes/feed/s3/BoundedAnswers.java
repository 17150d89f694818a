package io.earshot.routes.feed.s3;

import io.earshot.routes.feed.files.AnswerStream;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/**
 * Bounds what a store answers, but for objects themselves, which are bounded by who reads them: the
 * client reads XML as long as some comes, whatever its timeouts are.
 */
final class BoundedAnswers implements ExecutionInterceptor {
  /** Far more than a page of a thousand keys has. */
  private static final long MOST = 16L << 20;

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse answer, ExecutionAttributes attributes) {
    return answer.request() instanceof GetObjectRequest
        ? answer.responseBody()
        : answer.responseBody().map(body -> new AnswerStream(body, MOST));
  }
}
