package io.earshot.routes.feed.ftp;

import io.earshot.routes.feed.TestCertificate;
import io.earshot.routes.feed.files.FolderOfServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** Apache's FTP server, with TLS when it has a certificate. */
final class FtpFiles extends FolderOfServer {
  private final TestCertificate certificate;
  private final boolean implicit;
  private FtpServer server;
  private int port;

  private FtpFiles(Path folder, TestCertificate certificate, boolean implicit) {
    super(folder);
    this.certificate = certificate;
    this.implicit = implicit;
  }

  static FtpFiles plain(Path folder) {
    return new FtpFiles(folder, null, false);
  }

  static FtpFiles encrypted(Path folder, TestCertificate certificate, boolean implicit) {
    return new FtpFiles(folder, certificate, implicit);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String settings() {
    String login = "port: %d, user: rec, password: geheim, timeout: 3s".formatted(port);
    return certificate == null
        ? "host: 127.0.0.1, " + login
        : "host: localhost, trust: '%s', implicit: %s, %s"
            .formatted(certificate.pem(), implicit, login);
  }

  @Override
  public void start() {
    FtpServerFactory factory = new FtpServerFactory();
    ListenerFactory listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(port);
    if (certificate != null) {
      SslConfigurationFactory ssl = new SslConfigurationFactory();
      ssl.setKeystoreFile(certificate.store().toFile());
      ssl.setKeystoreType("PKCS12");
      ssl.setKeystorePassword(TestCertificate.PASSWORD);
      ssl.setSslProtocol("TLSv1.2", "TLSv1.3");
      listener.setSslConfiguration(ssl.createSslConfiguration());
      listener.setImplicitSsl(implicit);
    }
    Listener only = listener.createListener();
    factory.addListener("default", only);
    factory.setFtplets(new HashMap<>(Map.of("breaking", new BreakingOff()))); // it clears the map
    BaseUser user = new BaseUser();
    user.setName("rec");
    user.setPassword("geheim");
    user.setHomeDirectory(folder.toString());
    user.setAuthorities(List.of(new WritePermission()));
    try {
      factory.setUserManager(new PropertiesUserManagerFactory().createUserManager());
      factory.getUserManager().save(user);
      server = factory.createServer();
      server.start();
    } catch (FtpException e) {
      throw new IllegalStateException(e);
    }
    port = only.getPort();
  }

  private final class BreakingOff extends DefaultFtplet {
    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request) {
      return breaks ? FtpletResult.DISCONNECT : FtpletResult.DEFAULT;
    }
  }

  @Override
  public void stop() {
    server.stop();
  }
}
