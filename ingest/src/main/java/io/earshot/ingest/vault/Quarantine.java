package io.earshot.ingest.vault;

import io.earshot.conversation.ErrorKind;
import io.earshot.ingest.Stage;
import java.time.Instant;

/**
 * Why a conversation can't be used.
 *
 * @param stage that failed
 * @param kind of failure
 * @param reason for people: names the thing, the cause and the mend; never what was said
 * @param at when it failed
 */
public record Quarantine(Stage stage, ErrorKind kind, String reason, Instant at) {}
