package io.earshot.routes.feed;

import io.earshot.config.Section;
import io.earshot.routes.feed.ftp.FtpPlace;
import io.earshot.routes.feed.mail.ImapPlace;
import io.earshot.routes.feed.message.JmsFeed;
import io.earshot.routes.feed.message.KafkaFeed;
import io.earshot.routes.feed.s3.S3Place;
import io.earshot.routes.feed.sftp.SftpPlace;
import io.earshot.routes.source.Feed;
import io.earshot.routes.source.Origin;
import io.earshot.routes.source.Source;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The kinds of sources, each by the key of {@code sources:} that names its place. */
public final class Feeds {
  private static final Map<String, Function<Section, Origin>> KINDS = kinds();

  private Feeds() {}

  private static Map<String, Function<Section, Origin>> kinds() {
    Map<String, Function<Section, Origin>> kinds = new LinkedHashMap<>();
    kinds.put("folder", Origin.Folder::from);
    kinds.put("sftp", under("sftp", SftpPlace::feed));
    kinds.put("ftps", under("ftps", FtpPlace::encrypted));
    kinds.put("ftp", under("ftp", FtpPlace::plain));
    kinds.put("s3", under("s3", S3Place::feed));
    kinds.put("imap", under("imap", ImapPlace::feed));
    kinds.put("jms", under("jms", JmsFeed::from));
    kinds.put("kafka", under("kafka", KafkaFeed::from));
    kinds.put("upload", Origin.Upload::from);
    return kinds;
  }

  /** Reads one entry of {@code sources:}; problems are noted in the section. */
  public static Source source(Section section) {
    List<String> named = KINDS.keySet().stream().filter(section.keys()::contains).toList();
    if (named.size() > 1) {
      section.problem(
          named.get(1), "stands beside '%s': a source has one place".formatted(named.get(0)));
    }
    String kind = named.isEmpty() ? "folder" : named.get(0);
    return Source.from(section, KINDS.get(kind).apply(section));
  }

  /** A feed whose settings stand under a key of its own. */
  static Function<Section, Origin> under(String key, Function<Section, Feed> feed) {
    return section -> new Origin.Remote(feed.apply(section.section(key)));
  }

  /** A name that two sources have; what each remembers is kept by its name. */
  public static Optional<String> nameTwice(List<Source> sources) {
    Set<String> names = new HashSet<>();
    return sources.stream().map(Source::name).filter(name -> !names.add(name)).findFirst();
  }
}
