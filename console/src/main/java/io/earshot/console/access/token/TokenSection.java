package io.earshot.console.access.token;

import io.earshot.console.access.Audit;
import io.earshot.console.access.AuditAction;
import io.earshot.console.access.Right;
import io.earshot.console.http.Api;
import io.earshot.console.http.Call;
import io.earshot.console.http.Problem;
import io.earshot.console.http.Reply;
import io.earshot.console.http.Section;

/** Tokens of programs. */
public final class TokenSection implements Section {
  private final Tokens tokens;
  private final Audit audit;

  public TokenSection(Tokens tokens, Audit audit) {
    this.tokens = tokens;
    this.audit = audit;
  }

  @Override
  public void register(Api api) {
    api.on("getTokens", Right.ADMINISTER, call -> Reply.ok(tokens.all()));
    api.on("addToken", Right.ADMINISTER, this::add);
    api.on("deleteToken", Right.ADMINISTER, this::delete);
  }

  /** Nobody can give a program more than they may themselves. */
  private Reply add(Call call) {
    NewToken wanted = call.body(NewToken.class);
    wanted.rights().forEach(call::require);
    Tokens.Made made = tokens.make(wanted, call.caller().name());
    audit.note(
        call.caller(),
        AuditAction.TOKEN_CHANGED,
        "",
        "made %d for %s: %s".formatted(made.token().number(), wanted.program(), wanted.rights()));
    return Reply.created(made);
  }

  private Reply delete(Call call) {
    long number = call.whole("number");
    Token token =
        tokens
            .find(number)
            .orElseThrow(() -> Problem.notFound("There is no token %d".formatted(number)));
    tokens.end(number);
    audit.note(
        call.caller(),
        AuditAction.TOKEN_CHANGED,
        "",
        "ended %d of %s".formatted(number, token.program()));
    return Reply.done();
  }
}
