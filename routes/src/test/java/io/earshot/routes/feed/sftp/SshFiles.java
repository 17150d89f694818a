package io.earshot.routes.feed.sftp;

import io.earshot.routes.feed.files.FolderOfServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.DirectoryHandle;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Apache MINA's SFTP server; may list other names than its files have. */
final class SshFiles extends FolderOfServer {
  static final String PASSWORD = "geheim";

  private final KeyPair key = key();
  private final UnaryOperator<String> listedAs;
  private SshServer server;
  private int port;
  private volatile int signIns;

  SshFiles(Path folder, UnaryOperator<String> listedAs) {
    super(folder);
    this.listedAs = listedAs;
  }

  SshFiles(Path folder) {
    this(folder, name -> name);
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  String fingerprint() {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key.getPublic());
  }

  @Override
  public int port() {
    return port;
  }

  /** Lets anyone in who has a key. */
  void allowKeys() {
    server.setPublickeyAuthenticator((user, shown, session) -> true);
  }

  /** How often someone tried to sign in. */
  int signIns() {
    return signIns;
  }

  @Override
  public String settings() {
    return "host: 127.0.0.1, port: %d, user: rec, password: %s, host_key: '%s', timeout: 3s"
        .formatted(port, PASSWORD, fingerprint());
  }

  @Override
  public void start() {
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(port);
    server.setKeyPairProvider(KeyPairProvider.wrap(key));
    server.setPasswordAuthenticator(
        (user, password, session) -> {
          signIns++;
          return user.equals("rec") && password.equals(PASSWORD);
        });
    server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
    Subsystems subsystems = new Subsystems();
    subsystems.addSftpEventListener(new BreakingOff());
    server.setSubsystemFactories(List.of(subsystems));
    try {
      server.start();
      port = server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class BreakingOff implements SftpEventListener {
    @Override
    public void reading(
        ServerSession session,
        String handle,
        FileHandle file,
        long offset,
        byte[] data,
        int dataOffset,
        int length)
        throws IOException {
      if (breaks && offset > 0) {
        session.close(true);
      }
    }
  }

  private final class Subsystems extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) {
      SftpSubsystem subsystem = new Renaming(channel, this);
      getRegisteredListeners().forEach(subsystem::addSftpEventListener);
      return subsystem;
    }
  }

  private final class Renaming extends SftpSubsystem {
    Renaming(ChannelSession channel, SftpSubsystemFactory factory) {
      super(channel, factory);
    }

    @Override
    protected void writeDirEntry(
        int id,
        DirectoryHandle directory,
        Map<String, Path> entries,
        Buffer buffer,
        int index,
        Path file,
        String shortName,
        LinkOption... options)
        throws IOException {
      super.writeDirEntry(
          id, directory, entries, buffer, index, file, listedAs.apply(shortName), options);
    }
  }

  @Override
  public void stop() {
    try {
      server.close(true).await(Duration.ofSeconds(5));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
