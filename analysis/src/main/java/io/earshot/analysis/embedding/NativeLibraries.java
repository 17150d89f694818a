package io.earshot.analysis.embedding;

import io.earshot.conversation.EarshotException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Puts the native parts of ONNX Runtime and the tokenizers into our cache folder.
 *
 * <p>Left alone they go to the temporary folder (45 MB at every start, with empty folders left
 * behind) and to the user's home, and the tokenizers report each start to their makers.
 */
final class NativeLibraries {
  private static final String ONNX_PATH = "onnxruntime.native.path";
  private static final String RESOURCES = "/ai/onnxruntime/native/";
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private NativeLibraries() {}

  /** Has to be called before any class of the two libraries loads; later calls do no harm. */
  static synchronized void prepare(Path cacheFolder) {
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("RUST_FLAVOR", "cpu"); // else it looks for a graphics card, and warns
    setUnlessSet("DJL_CACHE_DIR", cacheFolder.resolve("djl").toAbsolutePath().toString());
    setUnlessSet("ENGINE_CACHE_DIR", cacheFolder.resolve("djl").toAbsolutePath().toString());
    if (System.getProperty(ONNX_PATH) == null) {
      unpackOnnxRuntime(cacheFolder.resolve("onnxruntime").toAbsolutePath());
    }
  }

  private static void unpackOnnxRuntime(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String name : NAMES) {
        String file = System.mapLibraryName(name);
        URL source = NativeLibraries.class.getResource(RESOURCES + platform() + "/" + file);
        if (source == null) {
          return; // Not a platform we know: let the library find its own way.
        }
        unpack(source, folder.resolve(file));
      }
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s: the language models' native libraries can't be written (%s); free some space or name"
                  .formatted(folder, e)
              + " another cache folder",
          e);
    }
    System.setProperty(ONNX_PATH, folder.toString());
  }

  private static void unpack(URL source, Path target) throws IOException {
    URLConnection connection = source.openConnection();
    connection.setUseCaches(false);
    try (InputStream stream = connection.getInputStream()) {
      // Another version has another size: close enough for a cache of our own.
      if (Files.exists(target) && Files.size(target) == connection.getContentLengthLong()) {
        return;
      }
      Path partial = Files.createTempFile(target.getParent(), "unpack", ".tmp");
      Files.copy(stream, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String prefix = system.contains("win") ? "win" : system.contains("mac") ? "osx" : "linux";
    return prefix + (processor.matches("aarch64|arm64") ? "-aarch64" : "-x64");
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
