package io.earshot.routes.cli;

import io.earshot.routes.service.Service;
import java.util.function.Consumer;

/** Tells where the console is and, once, how to sign in for the first time. */
final class Invitation {
  private Invitation() {}

  static void tell(Service service, Consumer<String> terminal) {
    if (service.httpUrl().isEmpty()) {
      return;
    }
    terminal.accept("Console: %s/".formatted(service.httpUrl()));
    terminal.accept("Health: %s/health".formatted(service.httpUrl()));
    service
        .firstPassword()
        .ifPresent(
            password ->
                terminal.accept(
                    "First sign-in: name admin, password %s   (shown this once; to be changed then)"
                        .formatted(password)));
  }
}
