package io.earshot.console.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Caller;
import io.earshot.console.access.Gate;
import io.earshot.console.access.Right;
import io.earshot.console.contract.Contract;
import io.earshot.console.contract.ContractOperation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.search.QueryMistake;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operations of the contract with those who answer them. Sections register themselves, then
 * {@link #router} makes the routes; operations nobody registered for are answered 501.
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final long MOST_JSON_BYTES = 1 << 20;
  private static final int LEAST_PACKED_BYTES = 8_192;
  private static final String CALL = "earshot.call";

  private final Map<String, Registered> registered = new HashMap<>();
  private final Contract contract;
  private final Gate gate;
  private final Audit audit;

  public Api(Contract contract, Gate gate, Audit audit) {
    this.contract = contract;
    this.gate = gate;
    this.audit = audit;
  }

  private record Registered(Optional<Right> right, Operation operation, Streaming streaming) {}

  /** An operation that needs a right. */
  public Api on(String operationId, Right right, Operation operation) {
    return register(operationId, new Registered(Optional.of(right), operation, null));
  }

  /** An operation for everyone who is signed in, or, where the contract says so, for everyone. */
  public Api onAny(String operationId, Operation operation) {
    return register(operationId, new Registered(Optional.empty(), operation, null));
  }

  /** An operation that needs a right, and reads or writes piece by piece. */
  public Api onStream(String operationId, Right right, Streaming streaming) {
    return register(operationId, new Registered(Optional.of(right), null, streaming));
  }

  private Api register(String operationId, Registered operation) {
    if (contract.operations().stream().noneMatch(known -> known.id().equals(operationId))) {
      throw new IllegalArgumentException("The contract has no operation " + operationId);
    }
    if (registered.putIfAbsent(operationId, operation) != null) {
      throw new IllegalArgumentException("Registered twice: " + operationId);
    }
    return this;
  }

  /** Operations of the contract that nobody answers. */
  public Set<String> unanswered() {
    Set<String> ids = new TreeSet<>();
    contract.operations().forEach(operation -> ids.add(operation.id()));
    ids.removeAll(registered.keySet());
    return ids;
  }

  /** The routes, to be mounted at {@link Contract#root}. */
  public Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    for (ContractOperation operation : contract.operations()) {
      String path = operation.path().replaceAll("\\{(\\w+)}", ":$1");
      Route route = router.route(HttpMethod.valueOf(operation.method()), path);
      if (operation.method().equals("GET") && streams(operation)) {
        route.method(HttpMethod.HEAD); // players ask for the length first
      }
      if (operation.takesJson()) {
        route.handler(BodyHandler.create(false).setBodyLimit(MOST_JSON_BYTES));
      }
      route.handler(request -> serve(operation, request));
    }
    router.route().handler(Api::missing);
    router.route().failureHandler(request -> fail(request, request.failure()));
    return router;
  }

  private boolean streams(ContractOperation operation) {
    Registered target = registered.get(operation.id());
    return target != null && target.streaming() != null;
  }

  private static void missing(RoutingContext request) {
    fail(request, Problem.notFound("There is no such operation; see openapi.yaml"));
  }

  private void serve(ContractOperation operation, RoutingContext request) {
    Registered target = registered.get(operation.id());
    if (streams(operation)) {
      request.request().pause(); // a body must not run past while the caller is looked up
    }
    request
        .vertx()
        .executeBlocking(() -> answer(operation, target, request), false)
        .onFailure(failure -> fail(request, failure))
        .onSuccess(
            reply -> {
              if (reply.isPresent()) {
                write(request, reply.get());
              } else {
                target.streaming().answer(request.get(CALL), request);
              }
            });
  }

  /** On a worker thread: all checks, and the work unless it streams. */
  private Optional<Reply> answer(
      ContractOperation operation, Registered target, RoutingContext request) {
    Caller caller = operation.open() ? gate.stranger(request) : gate.identify(request);
    if (target == null) {
      throw Problem.notFound("%s is not served here yet".formatted(operation.id()));
    }
    requireRight(operation, target, caller);
    Map<String, JsonNode> parameters =
        operation.parameters(
            request::pathParam, request.queryParams()::getAll, request.queryParams().names());
    Call call = new Call(caller, parameters, body(operation, request));
    request.put(CALL, call);
    return Optional.ofNullable(target.operation())
        .map(known -> known.answer(call))
        .map(reply -> packed(request, reply));
  }

  /**
   * Long answers are packed for those who can unpack. Short ones, and with them the tokens of
   * sessions, never are: the length of a packed answer tells something of what is in it.
   */
  private static Reply packed(RoutingContext request, Reply reply) {
    if (reply.body() == null || !Gzip.isAccepted(request.request())) {
      return reply;
    }
    byte[] plain = bytes(reply.body());
    return plain.length < LEAST_PACKED_BYTES
        ? reply.withBody(plain)
        : reply
            .withBody(Gzip.pack(plain))
            .with("Content-Encoding", "gzip")
            .with("Vary", "Accept-Encoding");
  }

  private void requireRight(ContractOperation operation, Registered target, Caller caller) {
    target
        .right()
        .filter(right -> !caller.may(right))
        .ifPresent(
            right -> {
              audit.note(caller, AuditAction.DENIED, "", operation.id());
              throw Problem.forbidden(
                  "This needs the right to %s; ask an administrator".formatted(right.code()));
            });
  }

  private static JsonNode body(ContractOperation operation, RoutingContext request) {
    if (!operation.takesJson()) {
      return null;
    }
    String type = request.request().getHeader("Content-Type");
    if (type == null
        || !type.strip().toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
      throw Problem.unsupportedType("Send the body as application/json");
    }
    Buffer buffer = request.body().buffer();
    if (buffer == null || buffer.length() == 0) {
      throw Problem.invalid("The body is missing");
    }
    JsonNode json = parse(buffer);
    operation.checkBody(json);
    return json;
  }

  private static JsonNode parse(Buffer buffer) {
    try {
      JsonNode json = Json.mapper().readTree(buffer.getBytes());
      if (json == null || json.isMissingNode()) {
        throw Problem.invalid("The body is missing");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw Problem.invalid(
          "The body is no JSON: line %d, column %d"
              .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
    } catch (java.io.IOException e) {
      throw Problem.invalid("The body is no JSON in UTF-8");
    }
  }

  /** Writes an answer; for operations that stream and answer at their end. */
  public static void write(RoutingContext request, Reply reply) {
    HttpServerResponse response = request.response().setStatusCode(reply.status());
    response.putHeader("Cache-Control", "no-store");
    reply.headers().forEach(response::putHeader);
    if (reply.body() == null) {
      response.end();
      return;
    }
    response.putHeader("Content-Type", reply.type()).end(Buffer.buffer(bytes(reply.body())));
  }

  private static byte[] bytes(Object value) {
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Json.mapper().writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Writing %s as JSON failed".formatted(value.getClass()), e);
    }
  }

  /** Answers a failure in the one shape of all problems. */
  public static void fail(RoutingContext request, Throwable failure) {
    if (request.response().ended() || request.response().headWritten()) {
      request.response().reset();
      return;
    }
    Problem problem = problem(request, failure);
    HttpServerResponse response = request.response().setStatusCode(problem.status());
    problem.headers().forEach(response::putHeader);
    response
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(bytes(problem.json())));
  }

  private static Problem problem(RoutingContext request, Throwable failure) {
    if (failure instanceof Problem known) {
      return known;
    }
    if (failure instanceof QueryMistake mistake) {
      return Problem.query(mistake.getMessage(), mistake.start(), mistake.end());
    }
    if (failure instanceof EarshotException known) {
      return switch (known.kind()) {
        case BAD_INPUT -> Problem.invalid(known.getMessage());
        case UNAVAILABLE, EXHAUSTED -> Problem.unavailable(known.getMessage());
        case MISCONFIGURED, BUG -> defect(failure);
      };
    }
    if (failure == null || request.statusCode() == 413) {
      return request.statusCode() == 413
          ? Problem.tooLarge("A body may have %d bytes".formatted(MOST_JSON_BYTES))
          : Problem.invalid("The request can't be read");
    }
    if (request.statusCode() == 400) {
      return Problem.invalid("The request can't be read");
    }
    return defect(failure);
  }

  private static Problem defect(Throwable failure) {
    String instance = UUID.randomUUID().toString();
    LOG.error("Request {} failed", instance, failure);
    return Problem.defect(instance);
  }
}
