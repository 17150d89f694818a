package io.earshot.routes.ledger;

import java.util.List;

/**
 * What the ledger found.
 *
 * @param received conversations in the vault
 * @param indexed of these, found in the index and in no queue
 * @param quarantined set aside with a reason
 * @param inFlight waiting for a stage or being worked on
 * @param balanced whether the three make up what was received, and the index holds nothing else
 * @param items everything that is not simply indexed
 */
public record LedgerReport(
    long received,
    long indexed,
    long quarantined,
    long inFlight,
    boolean balanced,
    List<LedgerItem> items) {

  static LedgerReport of(long received, long indexed, List<LedgerItem> items) {
    long quarantined = count(items, LedgerItem.State.QUARANTINED);
    long inFlight = count(items, LedgerItem.State.IN_FLIGHT);
    boolean balanced =
        received == indexed + quarantined + inFlight && count(items, LedgerItem.State.STRAY) == 0;
    return new LedgerReport(received, indexed, quarantined, inFlight, balanced, List.copyOf(items));
  }

  private static long count(List<LedgerItem> items, LedgerItem.State state) {
    return items.stream().filter(item -> item.state() == state).count();
  }
}
