package io.earshot.routes.source;

import io.earshot.ingest.Kinship;
import io.earshot.ingest.PlainName;
import io.earshot.ingest.SourceItem;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Side files that come beside a recording which stays in its folder and was taken without them. Its
 * call is not heard again on its own account; in silence they must not be ignored either. For one
 * thread; {@link #told} for several.
 */
final class LateFacts {
  private static final Logger LOG = LoggerFactory.getLogger(LateFacts.class);

  private final String source;
  private final Kinship kinship;
  private final FileMemory memory;
  private int count;
  private volatile String told = "";

  LateFacts(Source source, FileMemory memory) {
    this.source = source.name();
    this.kinship = new Kinship(source.ingest());
    this.memory = memory;
  }

  /** Tells of those that are new, once. */
  void lookAt(List<Path> sideFiles, List<SourceItem> notTaken) {
    List<Path> fresh = sideFiles.stream().filter(file -> !memory.knows(file)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    Set<String> waiting =
        notTaken.stream()
            .flatMap(item -> item.files().stream())
            .map(file -> kinship.family(file.toString()))
            .collect(Collectors.toSet());
    fresh.stream()
        .filter(file -> !waiting.contains(kinship.family(file.toString())))
        .forEach(this::tell);
  }

  private void tell(Path file) {
    count++;
    told =
        "side files later than their recordings: %d, the last one %s; 'earshot process --again RECORDING' takes it in"
            .formatted(count, PlainName.of(file));
    LOG.warn("{}: {}", source, told);
    memory.remember(file);
  }

  /** What came too late since the start; empty when nothing did. */
  String told() {
    return told;
  }
}
