package io.earshot.routes.feed.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import io.earshot.config.Section;
import io.earshot.routes.feed.files.About;
import io.earshot.routes.feed.files.AccessRefused;
import io.earshot.routes.feed.files.Afterwards;
import io.earshot.routes.feed.files.FileFeed;
import io.earshot.routes.feed.files.Place;
import io.earshot.routes.feed.files.Visit;
import io.earshot.routes.source.Feed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** A folder of an SSH server. */
public final class SftpPlace implements Place {
  private final SftpSettings settings;
  private final String done;

  private SftpPlace(SftpSettings settings, String done) {
    this.settings = settings;
    this.done = done;
  }

  /** The feed that the section under {@code sftp} describes. */
  public static Feed feed(Section section) {
    Afterwards afterwards = Afterwards.from(section);
    return new FileFeed(new SftpPlace(SftpSettings.from(section), afterwards.done()), afterwards);
  }

  @Override
  public About about() {
    return new About("sftp", settings.toString(), false, "");
  }

  @Override
  public Visit visit() throws IOException {
    JSch ssh = new JSch();
    HostKeys keys = keys(ssh);
    try {
      Session session = session(ssh, keys);
      try {
        Opening opening = new Opening(settings.timeout());
        session.setSocketFactory(opening);
        session.connect(settings.timeoutMs());
        ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
        channel.connect(settings.timeoutMs());
        opening.isOver();
        return new SftpVisit(session, channel, settings, done);
      } catch (JSchException | SftpException | RuntimeException e) {
        session.disconnect();
        throw e;
      }
    } catch (JSchHostKeyException e) {
      throw new AccessRefused(
          "its key is %s, which is not the one that is known: ask its operator whether that is its own, then set host_key or add it to %s"
              .formatted(keys.seen(), settings.knownHosts()));
    } catch (JSchException e) {
      throw failure(e);
    } catch (SftpException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private HostKeys keys(JSch ssh) throws IOException {
    boolean unknown = settings.fingerprints().isEmpty() && !Files.exists(settings.knownHosts());
    if (unknown) {
      throw new AccessRefused(
          "there is no %s: set host_key or known_hosts, so that the server can be told from others"
              .formatted(settings.knownHosts()));
    }
    try {
      if (settings.fingerprints().isEmpty()) {
        ssh.setKnownHosts(settings.knownHosts().toString());
      }
      return new HostKeys(settings.fingerprints(), ssh.getHostKeyRepository());
    } catch (JSchException e) {
      throw new AccessRefused(
          "%s can't be read: mend its rights or known_hosts".formatted(settings.knownHosts()));
    }
  }

  private Session session(JSch ssh, HostKeys keys) throws JSchException, AccessRefused {
    if (settings.key().isPresent()) {
      addKey(ssh);
    }
    Session session = ssh.getSession(settings.user(), settings.host(), settings.port());
    session.setHostKeyRepository(keys);
    session.setConfig("StrictHostKeyChecking", "yes");
    session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
    session.setConfig("MaxAuthTries", "3");
    if (!settings.password().isEmpty()) {
      session.setPassword(settings.password());
    }
    session.setTimeout(settings.timeoutMs());
    session.setDaemonThread(true);
    return session;
  }

  private void addKey(JSch ssh) throws AccessRefused {
    try {
      byte[] passphrase = settings.passphrase().getBytes(StandardCharsets.UTF_8);
      ssh.addIdentity(settings.key().orElseThrow().toString(), passphrase);
    } catch (JSchException e) {
      throw new AccessRefused(
          "the key %s can't be used (%s): mend key and passphrase"
              .formatted(settings.key().orElseThrow(), e.getMessage()));
    }
  }

  /** The library tells failures of signing in by their words alone. */
  private static IOException failure(JSchException e) {
    String message = String.valueOf(e.getMessage());
    if (message.startsWith("Auth") || message.contains("USERAUTH")) {
      return new AccessRefused("it does not let us in: mend user, password or key");
    }
    return new IOException(message, e);
  }
}
