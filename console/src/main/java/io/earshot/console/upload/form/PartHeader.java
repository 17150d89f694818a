package io.earshot.console.upload.form;

import io.earshot.console.http.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What stands before a part's content.
 *
 * @param disposition with the name of the field, and of the file when it is one
 */
public record PartHeader(Disposition disposition) {
  private static final String DISPOSITION = "content-disposition:";

  /** Reads a block of header lines; all but one kind of them are of no interest. */
  static PartHeader of(byte[] block) {
    for (String line : new String(block, StandardCharsets.UTF_8).split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
        Disposition found = Disposition.of(line.substring(DISPOSITION.length()));
        if (found.parameter("name").isPresent()) {
          return new PartHeader(found);
        }
      }
    }
    throw Problem.invalid("A part of the form has no Content-Disposition with a name");
  }

  /** The field's name. */
  public String field() {
    return disposition.parameter("name").orElseThrow();
  }
}
