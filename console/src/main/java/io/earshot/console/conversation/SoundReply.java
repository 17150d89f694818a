package io.earshot.console.conversation;

import io.earshot.console.http.Disposition;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;

/**
 * Answers one request with a recording or the part of it that was asked for. Pieces are read on
 * worker threads, the next one when the one before is on its way, so a slow listener costs one
 * piece of memory. The recording is closed when all was sent or the listener is gone.
 */
final class SoundReply {
  private static final int PIECE_BYTES = 256 << 10;

  private final Sound sound;
  private final HttpServerResponse response;
  private long position;
  private long left;

  SoundReply(Sound sound, HttpServerResponse response) {
    this.sound = sound;
    this.response = response;
  }

  /** Sends the head and begins with the body. On the event loop. */
  void send(HttpServerRequest request, Vertx vertx, Optional<String> fileName) {
    response.closeHandler(closed -> sound.close());
    Optional<ByteRange> part = part(request);
    writeHead(part, fileName);
    if (left == 0 || request.method() == HttpMethod.HEAD) {
      sound.close();
      response.end();
    } else {
      sendOn(vertx);
    }
  }

  /** A range counts only for GET, and only as long as the recording is the one it was meant for. */
  private Optional<ByteRange> part(HttpServerRequest request) {
    String condition = request.getHeader("If-Range");
    boolean counts =
        request.method() == HttpMethod.GET && (condition == null || condition.equals(tag()));
    return Optional.ofNullable(request.getHeader("Range"))
        .filter(header -> counts)
        .flatMap(header -> ByteRange.parse(header, sound.bytes()));
  }

  private String tag() {
    return "\"%s\"".formatted(sound.tag());
  }

  private void writeHead(Optional<ByteRange> part, Optional<String> fileName) {
    ByteRange sent = part.orElse(new ByteRange(0, sound.bytes()));
    position = sent.start();
    left = sent.length();
    response.setStatusCode(part.isEmpty() ? 200 : left == 0 ? 416 : 206);
    part.ifPresent(range -> response.putHeader("Content-Range", range.of(sound.bytes())));
    response
        .putHeader("Content-Type", "audio/wav")
        .putHeader("Content-Length", Long.toString(left))
        .putHeader("Accept-Ranges", "bytes")
        .putHeader("ETag", tag())
        .putHeader("Cache-Control", "no-store");
    fileName.ifPresent(
        name -> response.putHeader("Content-Disposition", Disposition.attachment(name)));
  }

  private void sendOn(Vertx vertx) {
    if (left == 0) {
      sound.close();
      response.end();
      return;
    }
    int count = (int) Math.min(PIECE_BYTES, left);
    vertx
        .executeBlocking(() -> Buffer.buffer(sound.read(position, count)), false)
        .compose(response::write)
        .onFailure(failure -> breakOff())
        .onSuccess(
            written -> {
              position += count;
              left -= count;
              sendOn(vertx);
            });
  }

  /** The head is out: only a cut connection tells that not all is coming. */
  private void breakOff() {
    sound.close();
    response.reset();
  }
}
