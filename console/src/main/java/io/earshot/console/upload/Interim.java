package io.earshot.console.upload;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/**
 * The interim answer 104 (Upload Resumption Supported). Vert.x has methods for 100 and 103 alone,
 * so it is written to the connection; over HTTP/2, where that can't be done, it is left out, as it
 * may be.
 */
final class Interim {
  private static final HttpResponseStatus SUPPORTED =
      new HttpResponseStatus(104, "Upload Resumption Supported");

  private Interim() {}

  /** Tells where the upload that begins can be gone on with. */
  static void tell(RoutingContext context, String location, String limit) {
    boolean plain =
        context.request().version() == io.vertx.core.http.HttpVersion.HTTP_1_1
            && context.request().connection() instanceof ConnectionBase;
    if (plain) {
      DefaultFullHttpResponse interim =
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, SUPPORTED, Unpooled.EMPTY_BUFFER);
      interim.headers().set(Resumable.LOCATION, location).set(Resumable.LIMIT, limit);
      ((ConnectionBase) context.request().connection())
          .channelHandlerContext()
          .writeAndFlush(interim);
    }
  }
}
