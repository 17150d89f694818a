package io.earshot.routes.cli;

import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.home.HostLock;
import io.earshot.routes.home.RunFile;
import io.earshot.routes.service.Attachment;
import io.earshot.routes.service.Installation;
import io.earshot.routes.service.Role;
import io.earshot.routes.service.Service;
import io.earshot.routes.setup.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What every command starts from: the home, its settings and the terminal. */
final class Environment {
  private static final Duration HOST_START = Duration.ofSeconds(90);
  private static final long LOOK_MS = 200;

  private final Home home;
  private final Terminal terminal;
  private Settings settings;

  Environment(Home home, Terminal terminal) {
    this.home = home;
    this.terminal = terminal;
  }

  Home home() {
    return home;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Read at first use, so that a broken file does not keep {@code --help} from working. */
  Settings settings() {
    if (settings == null) {
      settings = Settings.load(home.settingsFile());
    }
    return settings;
  }

  /** This home's installation: another process' where one runs, else started here. */
  Installation installation(Set<Role> roles) {
    Settings loaded = settings();
    long deadline = System.nanoTime() + HOST_START.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<HostLock> lock = HostLock.tryAcquire(home);
      if (lock.isPresent()) {
        return started(Service.start(lock.get(), home, loaded, roles, terminal));
      }
      Optional<RunFile> host = RunFile.read(home);
      if (host.isPresent()) {
        return Attachment.to(host.get(), home, loaded);
      }
      terminal.status("Waiting for the Earshot that is starting with this home ...");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MS));
    }
    throw EarshotException.unavailable(
        "Another Earshot holds %s but has not become ready in %d s: see its log in %s, or end it"
            .formatted(home.root(), HOST_START.toSeconds(), home.log()),
        null);
  }

  /** This process as the host, or a refusal naming who is. */
  Service service(Set<Role> roles, Settings adjusted) {
    HostLock lock =
        HostLock.tryAcquire(home)
            .orElseThrow(
                () ->
                    EarshotException.misconfigured(
                        "Earshot already runs with %s%s: end it, or set EARSHOT_HOME to another folder"
                            .formatted(home.root(), hostPid())));
    return started(Service.start(lock, home, adjusted, roles, terminal));
  }

  private String hostPid() {
    return RunFile.read(home).map(host -> " (process %d)".formatted(host.pid())).orElse("");
  }

  /** However this process is ended, what it started ends with it. */
  private static Service started(Service service) {
    Runtime.getRuntime().addShutdownHook(new Thread(service::close, "earshot-shutdown"));
    return service;
  }
}
