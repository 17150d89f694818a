package io.earshot.index;

import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.cluster.HealthResponse;
import co.elastic.clients.elasticsearch.core.GetResponse;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.search.ConversationSummary;
import io.earshot.index.query.QueryParser;
import io.earshot.index.text.SoundCoder;
import io.earshot.index.text.WordBreaker;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * All conversations, kept and findable. Safe for many threads; every method fails with an {@link
 * EarshotException} whose kind says whether trying again can help.
 */
public final class ConversationIndex implements AutoCloseable {
  private final Connection connection;
  private final Schema schema;
  private final ConversationDocuments documents;
  private final WriteQueue writes;
  private final IdScan scan;
  private final Finder finder;
  private final FigureCounter figures;

  private ConversationIndex(
      Connection connection,
      IndexSettings settings,
      TextFold fold,
      Pronunciation pronunciation,
      QueryMeaning meaning) {
    SoundCoder coder = new SoundCoder(text -> pronunciation.syllables(fold.fold(text)));
    SpokenReader reader = new SpokenReader(new WordBreaker(fold::fold), coder);
    this.connection = connection;
    this.schema = new Schema(settings);
    this.documents = new ConversationDocuments(reader, Clock.systemUTC());
    this.writes = new WriteQueue(new GroupWriter(connection, schema)::write);
    this.scan = new IdScan(connection, schema);
    QueryParser parser = new QueryParser(ZoneId.systemDefault());
    MeaningSearch meanings = new MeaningSearch(connection, schema, settings, meaning);
    Aggregations aggregations = new Aggregations(connection, schema);
    Planner planner = new Planner(parser, reader, meanings, new SequenceSearch(aggregations));
    Searcher searcher = new Searcher(new HitSearch(connection, schema), reader);
    this.finder = new Finder(connection, schema, parser, planner, searcher, aggregations);
    this.figures = new FigureCounter(aggregations, planner);
  }

  /** An index without search by meaning and by the sound of Chinese. */
  public static ConversationIndex open(
      ServerAddress address, IndexSettings settings, TextFold fold) {
    return open(address, settings, fold, Pronunciation.NONE, QueryMeaning.NONE);
  }

  /** Opens the index without asking the server anything: it may be down for now. */
  public static ConversationIndex open(
      ServerAddress address,
      IndexSettings settings,
      TextFold fold,
      Pronunciation pronunciation,
      QueryMeaning meaning) {
    ConversationIndex index =
        new ConversationIndex(Connection.open(address), settings, fold, pronunciation, meaning);
    index.writes.start();
    return index;
  }

  /**
   * Makes the indices that are missing. To be called before anything else; may be called at any
   * time, by several processes at once.
   */
  public void prepare() {
    connection.call(
        "Preparing the index",
        client -> {
          schema.prepare(client);
          return true;
        });
  }

  /**
   * Stores a conversation in place of any earlier version of it. Returns when every document of it
   * was acknowledged as written to disk; it can be found within a second, or after {@link
   * #refresh}.
   */
  public void write(Conversation conversation, Analysis analysis) {
    writes.write(documents.of(conversation, analysis));
  }

  /**
   * The documents that {@link #write} stores, as lines of Elasticsearch's bulk request: for export,
   * and to measure what writing costs beyond the server's own work.
   */
  public String bulkLines(Conversation conversation, Analysis analysis) {
    return documents.of(conversation, analysis).bulkLines(schema);
  }

  /** Finds conversations. */
  public Finder finder() {
    return finder;
  }

  /** Counts what conversations come to together. */
  public FigureCounter figures() {
    return figures;
  }

  /** The ids of all conversations that are completely stored. */
  public Set<ConversationId> ids() {
    refresh();
    return scan.conversations();
  }

  /** Whether a conversation is completely stored, also when it was written this very moment. */
  public boolean contains(ConversationId id) {
    return connection
        .call(
            "Asking for conversation " + id,
            client -> client.exists(exists -> exists.index(schema.conversations()).id(id.value())))
        .value();
  }

  /** What is stored of a conversation. */
  public Optional<ConversationSummary> summary(ConversationId id) {
    GetResponse<JsonNode> response =
        connection.call(
            "Reading conversation " + id,
            client ->
                client.get(
                    get ->
                        get.index(schema.conversations())
                            .id(id.value())
                            .sourceIncludes(StoredFields.SUMMARY),
                    JsonNode.class));
    return Optional.ofNullable(response.source()).map(source -> StoredFields.summary(id, source));
  }

  /** How many conversations are completely stored. */
  public long count() {
    refresh();
    return connection
        .call("Counting", client -> client.count(count -> count.index(schema.conversations())))
        .count();
  }

  /** Makes everything written so far findable now. */
  public void refresh() {
    connection.call(
        "Refreshing",
        client ->
            client
                .indices()
                .refresh(refresh -> refresh.index(schema.conversations(), schema.turns())));
  }

  /** Removes a conversation with all its turns; nothing happens when it is not there. */
  public void delete(ConversationId id) {
    refresh();
    BulkSender sender = new BulkSender(connection);
    sender.send(scan.turnRemovals(id)).values().stream()
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
    connection.call(
        "Deleting conversation " + id,
        client -> client.delete(delete -> delete.index(schema.conversations()).id(id.value())));
  }

  /** Whether the server answers and its data is complete. */
  public CheckResult check() {
    try {
      HealthResponse health =
          connection.call("Checking the index", client -> client.cluster().health(h -> h));
      String detail = "%s at %s".formatted(health.status().jsonValue(), connection.url());
      return health.status() == HealthStatus.Red
          ? CheckResult.failed("index", detail + ": some of its data can't be read, see its log")
          : CheckResult.ok("index", detail);
    } catch (EarshotException e) {
      return CheckResult.failed("index", e.getMessage());
    }
  }

  /** Ends after what is being written. Closing again does nothing. */
  @Override
  public void close() {
    writes.close();
    connection.close();
  }
}
