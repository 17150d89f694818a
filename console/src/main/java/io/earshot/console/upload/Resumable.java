package io.earshot.console.upload;

import io.earshot.console.access.Right;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.upload.UploadBook.Row;

/** What the requests that have to do with one upload share. */
final class Resumable {
  static final String COMPLETE = "Upload-Complete";
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String LIMIT = "Upload-Limit";
  static final String LOCATION = "Location";
  private static final String ROOT = "/api/v1/uploads/";

  private Resumable() {}

  /**
   * The upload of a request, when it is the caller's.
   *
   * @param seen whether it is only looked at, which operators may, too
   */
  static Row own(Uploads uploads, Call call, boolean seen) {
    long number = call.whole("number");
    return uploads
        .find(number)
        .filter(
            row ->
                row.user().equals(call.caller().name()) || seen && call.caller().may(Right.OPERATE))
        .orElseThrow(() -> Problem.notFound("There is no upload %d".formatted(number)));
  }

  static String location(long number) {
    return ROOT + number;
  }

  static Reply located(Reply reply, long number) {
    return reply.with(LOCATION, location(number));
  }

  static String flag(boolean value) {
    return value ? "?1" : "?0";
  }
}
