package io.earshot.console.upload;

import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.upload.Uploads.Sender;
import io.earshot.console.upload.form.FormParser;
import io.earshot.console.upload.form.PartHeader;
import io.earshot.console.upload.form.PartListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A form with files and what is told of them, all of it or nothing. */
final class FormReception implements Reception, PartListener {
  private static final int MOST_FILES = 64;
  private static final String FILE = "file";
  private static final String SOURCE = "source";
  private static final String LANGUAGE = "language";
  private static final String MODEL = "model";
  private static final String MAPPING = "mapping";
  private static final String METADATA = "metadata";

  /** Fields, and how many bytes each may have. */
  private static final Map<String, Integer> FIELDS =
      Map.of(SOURCE, 200, LANGUAGE, 40, MODEL, 100, MAPPING, 262_144, METADATA, 65_536);

  private final Uploads uploads;
  private final Sender sender;
  private final UnaryOperator<Told> bound;
  private final Function<Upload, Reply> accepted;
  private final FormParser parser;
  private final List<ArrivingFile> files = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private final ByteArrayOutputStream value = new ByteArrayOutputStream();
  private String field = "";

  /**
   * A form of a sender that may begin.
   *
   * @param bound makes of what is told what the sender may tell
   */
  FormReception(
      Uploads uploads,
      Sender sender,
      String contentType,
      UnaryOperator<Told> bound,
      Function<Upload, Reply> accepted) {
    this.uploads = uploads;
    this.sender = sender;
    this.bound = bound;
    this.accepted = accepted;
    this.parser = new FormParser(contentType, this);
  }

  @Override
  public void take(byte[] bytes) {
    parser.feed(bytes);
  }

  @Override
  public void begin(PartHeader header) {
    field = header.field();
    if (field.equals(FILE)) {
      beginFile(UploadName.of(header.disposition().fileName().orElse("")));
    } else if (!FIELDS.containsKey(field)) {
      throw Problem.invalid(
          "The form has a field of another name than file, " + String.join(", ", known()));
    } else if (fields.containsKey(field)) {
      throw Problem.invalid("The form has two fields named " + field);
    }
    value.reset();
  }

  private static List<String> known() {
    return FIELDS.keySet().stream().sorted().toList();
  }

  private void beginFile(String name) {
    if (names.size() >= MOST_FILES) {
      throw Problem.invalid("A form may have %d files".formatted(MOST_FILES));
    }
    if (names.contains(name)) {
      throw Problem.invalid("Two files of the form have the same name");
    }
    names.add(name);
    files.add(uploads.place());
  }

  @Override
  public void content(byte[] bytes, int from, int to) {
    if (field.equals(FILE)) {
      files.get(files.size() - 1).append(bytes, from, to);
    } else if (value.size() + to - from > FIELDS.get(field)) {
      throw Problem.tooLarge("The field %s may have %d bytes".formatted(field, FIELDS.get(field)));
    } else {
      value.write(bytes, from, to - from);
    }
  }

  @Override
  public void end() {
    if (field.equals(FILE)) {
      files.get(files.size() - 1).force();
    } else {
      fields.put(field, value.toString(StandardCharsets.UTF_8).strip());
    }
  }

  @Override
  public Reply complete() {
    try {
      parser.end();
      if (files.isEmpty()) {
        throw Problem.invalid("The form has no field named file");
      }
      Told told = bound.apply(told());
      uploads.check(told);
      return accepted.apply(
          uploads.keep(files.stream().map(ArrivingFile::file).toList(), names, told, sender));
    } catch (RuntimeException e) {
      discard();
      throw e;
    } finally {
      files.forEach(ArrivingFile::close);
      uploads.end(sender);
    }
  }

  private Told told() {
    return new Told(
        fields.getOrDefault(SOURCE, ""),
        fields.getOrDefault(LANGUAGE, ""),
        fields.getOrDefault(MODEL, ""),
        fields.getOrDefault(MAPPING, ""),
        fields.getOrDefault(METADATA, ""));
  }

  @Override
  public Throwable broken(Throwable cause) {
    try {
      discard();
      files.forEach(ArrivingFile::close);
    } finally {
      uploads.end(sender);
    }
    return cause;
  }

  private void discard() {
    files.forEach(file -> uploads.discard(file.file()));
  }
}
