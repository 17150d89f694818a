package io.earshot.asr.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.asr.sound.BoundedProcess;
import io.earshot.asr.sound.DecodeLimits;
import io.earshot.conversation.EarshotException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tries models in a process of their own, because the engine ends the process on some broken files
 * and crashes it on others. The process is bounded in time and memory and writes nowhere but to a
 * folder that is removed.
 */
final class ProcessTrial implements ModelTrial {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_OUTPUT = 1 << 16;
  // Beside the model: Java itself, the engine's tables, and room to search.
  private static final long OWN_MEMORY = 4L << 30;
  private static final int MEMORY_PER_BYTE = 5;
  // In which sound of some seconds has been heard by the slowest machine, and more.
  private static final Duration PROCESSOR_TIME_PER_TENTH = Duration.ofHours(2);
  // What a shell gives for a process that a signal ended (POSIX 2.8.2).
  private static final int BY_SIGNAL = 128;

  private final Path scratch;
  private final Duration patience;

  /**
   * A trial.
   *
   * @param scratch folder for what is needed meanwhile; it is made
   * @param patience how long loading and hearing may take
   */
  ProcessTrial(Path scratch, Duration patience) {
    this.scratch = scratch;
    this.patience = patience;
  }

  @Override
  public Result of(Path folder, ModelKind kind, String language) {
    try {
      Files.createDirectories(scratch);
      Path work = Files.createTempDirectory(scratch, ".trial-").toAbsolutePath();
      try {
        return tried(folder, tuned(folder, kind, work), kind, language, work);
      } finally {
        new FileTree(work).delete();
      }
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "The model can't be tried in %s: check free disk and write permission (%s)"
              .formatted(scratch, e.getMessage()),
          e);
    }
  }

  /** The copy that would be used: what is tried is what will work. */
  private static Path tuned(Path folder, ModelKind kind, Path work) throws IOException {
    if (kind == ModelKind.SPEAKER) {
      return folder;
    }
    Path copy = work.resolve("tuned");
    ModelInstallation.of(folder, ModelKind.SPEECH).into(copy);
    return copy;
  }

  private Result tried(Path folder, Path tuned, ModelKind kind, String language, Path work)
      throws IOException {
    long memory = OWN_MEMORY + MEMORY_PER_BYTE * new FileTree(folder).bytes();
    DecodeLimits limits = new DecodeLimits(patience, memory, PROCESSOR_TIME_PER_TENTH);
    try (BoundedProcess process =
        BoundedProcess.start(command(tuned, kind, language, work), Map.of(), work, limits)) {
      String output = output(process);
      int code = process.exitCode();
      if (code == 0) {
        return result(output);
      }
      throw EarshotException.misconfigured(
          "The model in %s does not work: %s; get it again from its makers"
              .formatted(folder, cause(process, code)));
    }
  }

  private static String output(BoundedProcess process) throws IOException {
    try {
      return new String(process.output().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      if (process.timedOut()) {
        return ""; // who ends a process closes what it writes to
      }
      throw e;
    }
  }

  private String cause(BoundedProcess process, int code) {
    if (process.timedOut()) {
      return "it was not ready within %d s".formatted(patience.toSeconds());
    }
    String said =
        process.complaint().lines().filter(line -> !line.isBlank()).findFirst().orElse("no word");
    return code > BY_SIGNAL
        ? "it ends the engine's process with signal %d (%s)".formatted(code - BY_SIGNAL, said)
        : "the engine refuses it (%s)".formatted(said);
  }

  private static Result result(String output) {
    try {
      return JSON.readValue(output, Result.class);
    } catch (JsonProcessingException e) {
      throw EarshotException.misconfigured(
          "The model does not work: its trial ended without a result; get it again from its makers");
    }
  }

  private static List<String> command(Path model, ModelKind kind, String language, Path work) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:ErrorFile=" + work.resolve("crash.log"),
        "-Djava.io.tmpdir=" + work,
        "-Djna.encoding=UTF-8",
        "-cp",
        classPath(),
        TrialProgram.class.getName(),
        model.toAbsolutePath().toString(),
        kind.code(),
        language);
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
