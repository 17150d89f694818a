package io.earshot.routes.cli;

import io.earshot.asr.model.ModelLibrary;
import io.earshot.asr.model.PublishedModel;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.download.Checksum;
import io.earshot.routes.download.Download;
import io.earshot.routes.download.WebAddress;
import io.earshot.routes.setup.ModelSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings what somebody named to this machine: a published model, an address, a zip, a folder. */
final class ModelDelivery {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration KEEP_UNFINISHED = Duration.ofDays(7);
  private static final String ENDING = "\\.(zip|aar)$";

  private final ModelSettings settings;
  private final Path downloads;
  private final Terminal terminal;

  ModelDelivery(ModelSettings settings, Path downloads, Terminal terminal) {
    this.settings = settings;
    this.downloads = downloads;
    this.terminal = terminal;
  }

  /** What the command line says besides the model itself. */
  record Wishes(
      Optional<String> name,
      Optional<String> language,
      Optional<String> sha256,
      Optional<String> md5) {

    List<Checksum> checksums() {
      List<Checksum> checksums = new ArrayList<>();
      sha256.map(Checksum::sha256).ifPresent(checksums::add);
      md5.map(Checksum::md5).ifPresent(checksums::add);
      return checksums;
    }
  }

  ModelParcel get(String what, Wishes wishes) {
    List<Checksum> checksums = wishes.checksums();
    if (WebAddress.isOne(what)) {
      WebAddress address = WebAddress.of(what);
      String name = wishes.name().orElse(address.fileName().replaceAll(ENDING, ""));
      return downloaded(address, name, wishes.language(), checksums);
    }
    Optional<Path> local = local(what);
    if (local.isPresent()) {
      return local(local.get(), wishes, checksums);
    }
    if (what.contains("/") || what.matches(".*" + ENDING)) {
      throw EarshotException.misconfigured("%s does not exist: correct the path".formatted(what));
    }
    PublishedModel model = new PublishedList(settings).read().named(what);
    model.md5().map(Checksum::md5).ifPresent(checksums::add);
    return downloaded(
        new WebAddress(model.address()),
        wishes.name().orElse(model.name()),
        wishes.language().or(() -> Optional.of(model.language()).filter(l -> !l.isEmpty())),
        checksums);
  }

  private static Optional<Path> local(String what) {
    try {
      return Optional.of(Path.of(what)).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static ModelParcel local(Path path, Wishes wishes, List<Checksum> checksums) {
    Path source = path.toAbsolutePath().normalize();
    if (Files.isRegularFile(source)) {
      checksums.forEach(checksum -> require(checksum, source, source.toString()));
    } else if (!checksums.isEmpty()) {
      throw EarshotException.misconfigured(
          "A checksum is for a zip, and %s is none".formatted(path));
    }
    String name = wishes.name().orElse(source.getFileName().toString().replaceAll(ENDING, ""));
    return new ModelParcel(
        new ModelLibrary.Arrival(source, name, wishes.language(), source.toString()), () -> {});
  }

  private ModelParcel downloaded(
      WebAddress address, String name, Optional<String> language, List<Checksum> checksums) {
    makeReady();
    Download download = new Download(address, downloads, settings.timeout(), FIRST_PAUSE);
    DownloadBar bar = new DownloadBar(name, terminal);
    Path file = download.fetch(bar);
    try {
      checksums.forEach(checksum -> require(checksum, file, address.toString()));
    } catch (EarshotException e) {
      download.discard();
      throw e;
    }
    return new ModelParcel(
        new ModelLibrary.Arrival(file, name, language, address.toString()), download::discard);
  }

  private static void require(Checksum checksum, Path file, String origin) {
    try {
      if (!checksum.fits(file)) {
        throw EarshotException.misconfigured(
            "%s is not what it should be: its %s is another; nothing was installed, get it again"
                .formatted(origin, checksum.algorithm()));
      }
    } catch (IOException e) {
      throw EarshotException.misconfigured("%s can't be read (%s)".formatted(file, e.getMessage()));
    }
  }

  /** What nobody went on with for a week is in nobody's way any more. */
  private void makeReady() {
    try {
      Files.createDirectories(downloads);
      Instant oldest = Instant.now().minus(KEEP_UNFINISHED);
      try (Stream<Path> files = Files.list(downloads)) {
        for (Path file : files.toList()) {
          if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw EarshotException.exhausted(
          "%s can't be written: check free disk and write permission (%s)"
              .formatted(downloads, e.getMessage()),
          e);
    }
  }
}
