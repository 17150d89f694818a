package io.earshot.asr.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Models of a few bytes, with all files that one must have, and zips that no good one is. */
public final class TinyModel {
  public static final List<String> SPEECH =
      List.of(
          "am/final.mdl",
          "conf/mfcc.conf",
          "conf/model.conf",
          "graph/Gr.fst",
          "graph/HCLr.fst",
          "graph/phones/word_boundary.int",
          "ivector/final.ie");
  static final List<String> SPEAKERS =
      List.of("final.ext.raw", "mean.vec", "transform.mat", "mfcc.conf");
  static final String CONTENT = "--sample-frequency=8000\n--min-active=200\n--beam=10.0\n";

  private TinyModel() {}

  /** Makes a model folder. */
  public static Path folder(Path folder, List<String> files) {
    try {
      for (String file : files) {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), CONTENT);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a zip with these names in it. */
  static Path zip(Path file, List<String> names) {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(CONTENT.getBytes(StandardCharsets.UTF_8));
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the zip of a speech model that lies in a folder of its own. */
  public static Path zip(Path file) {
    return zip(file, SPEECH.stream().map(name -> "model/" + name).toList());
  }

  /** Makes the first entry of a zip a symbolic link, as Info-ZIP writes it. */
  static void linkFirst(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < bytes.limit() - 4; at++) {
      if (bytes.getInt(at) == 0x02014b50) {
        bytes.put(at + 5, (byte) 3); // made by Unix
        bytes.putInt(at + 38, 0120777 << 16);
        break;
      }
    }
    Files.write(file, bytes.array());
  }

  /** Gives the last entry of a zip the name of another, of the same length. */
  static void rename(Path file, String from, String to) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    Files.write(file, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }
}
