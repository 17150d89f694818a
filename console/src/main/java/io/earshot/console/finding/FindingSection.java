package io.earshot.console.finding;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;
import io.earshot.console.store.Store;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.conversation.search.Facet;
import io.earshot.conversation.search.PageRequest;
import io.earshot.conversation.search.QueryMistake;
import io.earshot.conversation.search.Scope;
import io.earshot.conversation.search.Selection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Finding conversations, and saved searches. */
public final class FindingSection implements Section {
  private static final int MOST_CONTACTS = 200;

  private final ConversationSearch search;
  private final Audit audit;
  private final SavedSearches saved;
  private final RowExport export;

  public FindingSection(ConversationSearch search, Store store, Audit audit, Clock clock) {
    this.search = search;
    this.audit = audit;
    this.saved = new SavedSearches(store, clock);
    this.export = new RowExport(search, audit, clock);
  }

  @Override
  public void register(Api api) {
    api.on("findConversations", Right.SEARCH, this::find)
        .on("getFacets", Right.SEARCH, this::facets)
        .on("sampleConversations", Right.SEARCH, this::sample)
        .onStream("exportConversations", Right.EXPORT, export)
        .on("checkQuery", Right.SEARCH, this::check)
        .on("completeQuery", Right.SEARCH, this::complete)
        .on("getContacts", Right.SEARCH, this::contacts);
    saved.register(api);
  }

  private Reply find(Call call) {
    Selection selection = noted(call);
    return Reply.ok(search.find(selection, SelectionParameters.page(call)));
  }

  private Reply facets(Call call) {
    return Reply.ok(FacetsView.of(search.facets(SelectionParameters.selection(call))));
  }

  private Reply sample(Call call) {
    Selection selection = noted(call);
    return Reply.ok(search.sample(selection, (int) call.whole("size"), (int) call.whole("seed")));
  }

  /** The list that opens by itself is no search; every other one is noted. */
  private Selection noted(Call call) {
    Selection selection = SelectionParameters.selection(call);
    String trace = SelectionParameters.trace(selection);
    if (!trace.isEmpty()) {
      audit.note(call.caller(), AuditAction.SEARCH, "", trace);
    }
    return selection;
  }

  /**
   * Whether a query can be understood.
   *
   * @param start absent when it can
   */
  private record Verdict(boolean valid, String message, Integer start, Integer end) {}

  private Reply check(Call call) {
    String query = call.text("q");
    try {
      if (!query.isBlank()) {
        search.check(query);
      }
      return Reply.ok(new Verdict(true, null, null, null));
    } catch (QueryMistake mistake) {
      return Reply.ok(new Verdict(false, mistake.getMessage(), mistake.start(), mistake.end()));
    }
  }

  private Reply complete(Call call) {
    int position = (int) call.whole("position");
    return Reply.ok(
        CompletionsView.of(search.complete(call.text("q"), position, call.caller().scope())));
  }

  private Reply contacts(Call call) {
    ConversationSummary opened = visible(call);
    List<ConversationSummary> contacts = new ArrayList<>();
    if (!opened.customer().isEmpty()) {
      Selection ofCustomer =
          Selection.all(call.caller().scope()).with(Facet.CUSTOMER, List.of(opened.customer()));
      search
          .find(ofCustomer, PageRequest.newest(MOST_CONTACTS))
          .hits()
          .forEach(hit -> contacts.add(hit.conversation()));
    }
    if (contacts.stream().noneMatch(contact -> contact.id().equals(opened.id()))) {
      contacts.add(opened); // so old that it is not among the latest, or alone
    }
    Collections.reverse(contacts);
    return Reply.ok(contacts);
  }

  private ConversationSummary visible(Call call) {
    Optional<ConversationSummary> found = id(call.text("id")).flatMap(search::summary);
    Scope scope = call.caller().scope();
    if (found.filter(it -> !scope.covers(it.agent(), it.queue())).isPresent()) {
      audit.note(call.caller(), AuditAction.DENIED, call.text("id"), "contacts");
    }
    return found
        .filter(it -> scope.covers(it.agent(), it.queue()))
        .orElseThrow(() -> Problem.notFound("There is no such conversation"));
  }

  private static Optional<ConversationId> id(String text) {
    return ConversationId.isId(text) ? Optional.of(new ConversationId(text)) : Optional.empty();
  }
}
