package io.earshot.console.webhook;

import java.time.Instant;

/**
 * Who is told of finished conversations, as administrators see it.
 *
 * @param delivered messages that arrived
 * @param waiting messages that still have to
 * @param failing the last failure since the last success; empty when all is well
 */
public record Webhook(
    long number,
    String url,
    Instant createdAt,
    String createdBy,
    long delivered,
    long waiting,
    String failing) {}
