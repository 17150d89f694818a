package io.earshot.console.access.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.earshot.console.access.AuditAction;
import java.time.Instant;

/**
 * Who did what, as the contract shows it.
 *
 * @param user {@code token:PROGRAM} for programs; empty for strangers
 * @param conversation its id; empty when it is not about one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditEntry(
    long number,
    Instant at,
    String user,
    AuditAction action,
    String conversation,
    String detail,
    String address) {}
