package io.earshot.routes.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.conversation.ConversationId;
import io.earshot.routes.ledger.Ledger;
import io.earshot.routes.ledger.LedgerItem;
import io.earshot.routes.ledger.LedgerReport;
import io.earshot.routes.service.Installation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ledger",
    description = "Proves that nothing was lost: received = indexed + quarantined + in flight.",
    mixinStandardHelpOptions = true)
final class LedgerCommand implements Callable<Integer> {
  private final Environment environment;

  @Option(names = "--json", description = "One object on one line.")
  private boolean json;

  @Option(names = "--items", description = "Also name every conversation that is not indexed.")
  private boolean items;

  LedgerCommand(Environment environment) {
    this.environment = environment;
  }

  /** The ledger as scripts read it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      long received,
      long indexed,
      long quarantined,
      long inFlight,
      boolean balanced,
      List<LedgerItem> items) {}

  @Override
  public Integer call() {
    LedgerReport report = report();
    if (json) {
      environment
          .terminal()
          .json(
              new Line(
                  report.received(),
                  report.indexed(),
                  report.quarantined(),
                  report.inFlight(),
                  report.balanced(),
                  items ? report.items() : null));
    } else {
      print(report);
    }
    return report.balanced() ? Commands.DONE : Commands.SOME_FAILED;
  }

  private LedgerReport report() {
    if (environment.home().isNew()) {
      return new LedgerReport(0, 0, 0, 0, true, List.of());
    }
    try (Installation installation = environment.installation(Set.of())) {
      Ledger ledger = new Ledger(installation.vault(), installation.queues(), installation.index());
      Set<ConversationId> again = ledger.reconcile();
      if (!again.isEmpty()) {
        environment
            .terminal()
            .say(
                "%d conversations had lost their place and were queued again"
                    .formatted(again.size()));
      }
      return ledger.examine();
    }
  }

  private void print(LedgerReport report) {
    Terminal terminal = environment.terminal();
    terminal.print(
        "received %d = indexed %d + quarantined %d + in flight %d: %s"
            .formatted(
                report.received(),
                report.indexed(),
                report.quarantined(),
                report.inFlight(),
                report.balanced() ? "balanced" : "NOT BALANCED"));
    if (items || !report.balanced()) {
      Table table = new Table("ID", "STATE", "STAGE", "SOURCE", "REASON");
      report
          .items()
          .forEach(
              item ->
                  table.row(item.id(), item.state(), item.stage(), item.source(), item.reason()));
      if (!table.isEmpty()) {
        terminal.print(table.text());
      }
    }
    if (report.quarantined() > 0 && !items) {
      terminal.print("'earshot ledger --items' names what is quarantined and why.");
    }
  }
}
