package io.earshot.routes.console;

import io.earshot.console.Console;
import io.earshot.console.Listening;
import io.earshot.console.conversation.ConversationSection;
import io.earshot.console.conversation.VisibleConversations;
import io.earshot.console.finding.FindingSection;
import io.earshot.console.label.LabelSection;
import io.earshot.console.overview.OverviewSection;
import io.earshot.console.review.CommentSection;
import io.earshot.console.review.Comments;
import io.earshot.console.review.Labels;
import io.earshot.console.review.ReviewSection;
import io.earshot.console.review.Reviews;
import io.earshot.conversation.EarshotException;
import io.earshot.routes.home.Home;
import io.earshot.routes.setup.Models;
import io.earshot.routes.setup.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** The console with the parts of this installation behind it. */
public final class ConsolePart implements AutoCloseable {
  private final Console console;
  private final OperationsPart operations;

  private ConsolePart(Console console, OperationsPart operations) {
    this.console = console;
    this.operations = operations;
  }

  /**
   * Opens the console's data and puts its sections together. Nothing is waited for: what a section
   * needs is asked for when somebody asks the section.
   */
  public static ConsolePart open(Home home, Settings settings, String version, ConsoleNeeds needs) {
    Console console =
        Console.open(
            home.console(),
            settings.console(),
            new Listening(
                isLoopback(settings.server().host()), settings.console().tls().isPresent()),
            version,
            Clock.systemDefaultZone());
    console.add(new LabelSection(PackLabels.read(home.checkout().resolve("config"))));
    console.add(
        new FindingSection(
            new IndexSearch(needs.index()), console.store(), console.audit(), console.clock()));
    console.add(new OverviewSection(new IndexFigures(needs.index())));
    addConversations(console, needs, labels(home, settings));
    return new ConsolePart(console, OperationsPart.addTo(console, needs, settings, home));
  }

  private static Labels labels(Home home, Settings settings) {
    return KnownLabels.read(Models.config(home), settings.analysis());
  }

  private static void addConversations(Console console, ConsoleNeeds needs, Labels labels) {
    VaultArchive archive = new VaultArchive(needs.vault(), needs.playable());
    VisibleConversations visible = new VisibleConversations(archive, console.audit());
    Reviews reviews = new Reviews(console.store(), console.clock());
    Comments comments = new Comments(console.store(), console.clock());
    console
        .add(new ConversationSection(archive, visible, console.audit(), console.clock()))
        .add(new ReviewSection(reviews, visible, labels, console.audit()))
        .add(new CommentSection(comments, visible, console.audit()));
  }

  /** Mounts it on Camel's HTTP server, beside the routes that are there. */
  public void mount(CamelContext context, int port) {
    VertxPlatformHttpRouter router =
        VertxPlatformHttpRouter.lookup(
            context, VertxPlatformHttpRouter.getRouterNameFromPort(port));
    console.mount(router.vertx(), router);
    operations.start(router.vertx());
  }

  /** The password of the administrator made at this start, to be shown once. */
  public Optional<String> firstPassword() {
    return console.firstPassword();
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw EarshotException.misconfigured(
          "server.host %s is no address of this machine".formatted(host));
    }
  }

  @Override
  public void close() {
    operations.close();
    console.close();
  }
}
