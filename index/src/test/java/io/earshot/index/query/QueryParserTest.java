package io.earshot.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.conversation.ErrorKind;
import io.earshot.conversation.search.QueryMistake;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private final QueryParser parser = new QueryParser(ZoneId.of("Asia/Shanghai"));

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "refund => refund",
        "refund late => (refund AND late)",
        "refund AND late => (refund AND late)",
        "refund && late => (refund AND late)",
        "a&&b => (a AND b)",
        "a OR b c => (a OR (b AND c))",
        "a || b => (a OR b)",
        "a or b => (a AND or AND b)",
        "NOT a b => (NOT a AND b)",
        "-a => NOT a",
        "!a => NOT a",
        "！a => NOT a",
        "NOT NOT a => a",
        "a - b => (a AND - AND b)",
        "well-known => well-known",
        "(a OR b) c => ((a OR b) AND c)",
        "(a b) c => ((a AND b) AND c)",
        "（a OR b）c => ((a OR b) AND c)",
        "\"a b\" => \"a b\"",
        "“a b” => \"a b\"",
        "「a b」 => \"a b\"",
        "＂a b＂ => \"a b\"",
        "-\"a b\" => NOT \"a b\"",
        "refund* => refund*",
        "退款 => 退款",
        "* => *",
        "~leave => ~leave",
        "～leave => ~leave",
        "~ \"wants to leave\" => ~wants to leave",
        "speaker:customer a => (speaker=customer AND a)",
        "speaker:CUSTOMER => speaker=customer",
        "SPEAKER：customer => speaker=customer",
        "agent:\"Bob Smith\" => agent=Bob Smith",
        "agent:Bob* => agent=Bob* pattern",
        "agent:\"Bob*\" => agent=Bob*",
        "10:30 => 10:30",
        "before:2026 => before 2025-12-31T16:00:00Z",
        "after:2026-02 => after 2026-01-31T16:00:00Z",
        "after:2026-02-03 => after 2026-02-02T16:00:00Z",
        "before:2026-02-03T08:30 => before 2026-02-03T00:30:00Z",
        "before:2026-02-03T08:30:00Z => before 2026-02-03T08:30:00Z",
        "before:2026-02-03T08:30+01:00 => before 2026-02-03T07:30:00Z",
        "score:<50 => score<50.0",
        "score:72.5 => score=72.5",
        "duration:>=5m => duration>=300000.0",
        "duration:<90 => duration<90000.0",
        "sounds:refund => sounds[refund]",
        "sounds：“退款 单” => sounds[退款 单]",
        "start:\"thank you\" => start[thank you]",
        "END:goodbye => end[goodbye]",
        "refund near/5 late => (refund near5 late)",
        "a NEAR/5 b near/2 c => ((a near5 b) near2 c)",
        "NOT a near/1 b c => (NOT (a near1 b) AND c)",
        "(a OR \"b c\") near/3 sounds:d => ((a OR \"b c\") near3 sounds[d])",
        "near => near",
        "near/by => near/by",
        "a then b within 5 turns => (a then<=5 b)",
        "a THEN b => (a then b)",
        "a Then b WITHIN 1 Turn => (a then<=1 b)",
        "refund then late => (refund AND then AND late)",
        "within 5 turns => (within AND 5 AND turns)",
        "a then b c within 2 turns d => ((a then<=2 (b AND c)) AND d)",
        "a then b within 2 turns then c within 3 turns => (a then<=2 b then<=3 c)",
        "a THEN b THEN c WITHIN 3 TURNS => (a then<=3 b then<=3 c)",
        "a THEN b OR c => ((a then b) OR c)",
        "(speaker:customer a) then (speaker:agent b) within 5 turns => ((speaker=customer AND a) then<=5 (speaker=agent AND b))",
        "agent:bob a then b within 5 turns score:<5 => ((agent=bob AND (a then<=5 b)) AND score<5.0)",
        "(a then b within 2 turns) then => ((a then<=2 b) AND then)",
        "a \"then\" b within 5 turns => (a AND \"then\" AND b AND within AND 5 AND turns)",
      })
  void reads(String text, String tree) {
    assertThat(show(parser.parse(text))).isEqualTo(tree);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      value = {
        "`` => 1 => Empty query",
        "`   ` => 1 => Empty query",
        "a speeker:customer => 3 => Unknown field 'speeker' at 3: did you mean speaker:?",
        "weather:bad => 1 => known fields are speaker, emotion",
        "speaker:custmer => 9 => did you mean customer?",
        "channel:letter => 9 => one of call, chat",
        "speaker: => 1 => expected one of agent, customer",
        "a AND => 3 => Nothing after AND",
        "a OR ) => 3 => Nothing after OR",
        "AND a => 1 => Nothing before AND",
        "a OR AND b => 3 => Nothing after OR",
        "NOT => 1 => Nothing after NOT",
        "(a => 1 => Bracket ( is not closed",
        "a) => 2 => Bracket ) without its (",
        "() => 1 => Empty brackets",
        "a \"b c => 3 => Quote is not closed",
        "a \"\" => 3 => Empty quotes",
        "a & b => 3 => write && or AND",
        "ref*und => 4 => a star may only end a word",
        "~ => 1 => ~ without a meaning",
        "before:yesterday => 8 => expected 2026, 2026-01",
        "before:2026-02-30 => 8 => Bad date",
        "after:2026-13 => 7 => Bad date",
        "score:<low => 7 => a number such as <50",
        "duration:5d => 10 => a time such as >5m",
        "sounds: => 1 => No value for sounds:",
        "sounds:ref* => 11 => expected whole words",
        "a near/0 b => 3 => expected near/1 to near/100",
        "a near/101 b => 3 => Bad distance 'near/101'",
        "a near/5 => 3 => Nothing after near/5",
        "near/5 a => 1 => Nothing before near/5",
        "a near/5 speaker:agent => 3 => near/5 without words on both sides",
        "a near/5 (b c) => 3 => near/5 without words on both sides",
        "a near/5 start:b => 3 => near/5 without words on both sides",
        "a near/1 b near/1 c near/1 d near/1 e near/1 f => 39 => at most 4",
        "a THEN => 3 => Nothing after THEN",
        "THEN a => 1 => Nothing before THEN",
        "a AND THEN b => 3 => Nothing after AND",
        "a then within 5 turns => 3 => Nothing after then",
        "a THEN b WITHIN 0 TURNS => 17 => expected within 1 to within 1000 turns",
        "a THEN b WITHIN TURNS => 10 => expected WITHIN 5 TURNS",
        "agent:bob THEN a => 11 => something that is not about a turn",
        "a THEN ~b => 3 => something that is not about a turn",
        "a THEN (b OR agent:bob) => 3 => something that is not about a turn",
        "(a THEN b) THEN c => 12 => something that is not about a turn",
      })
  void refuses(String text, int position, String message) {
    assertThatThrownBy(() -> parser.parse(text))
        .isInstanceOfSatisfying(
            QueryMistake.class,
            e -> {
              assertThat(e.position()).isEqualTo(position);
              assertThat(e.kind()).isEqualTo(ErrorKind.MISCONFIGURED);
            })
        .hasMessageContaining(message)
        .hasMessageContaining(" at " + position + ": ");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void neverFailsOtherwise(long seed) {
    List<String> pieces =
        List.of(
            "a",
            "退款",
            " ",
            " AND ",
            " OR ",
            "NOT ",
            "(",
            ")",
            "（",
            "\"",
            "”",
            "~",
            ":",
            "：",
            "-",
            "!",
            "*",
            "speaker:",
            "agent:",
            "before:",
            "2026-0",
            "score:<",
            "9",
            "&&",
            "|",
            "\ud83d",
            "\u3000",
            "duration:",
            "ms",
            "\0",
            "customer",
            " near/5 ",
            " near/9999999999 ",
            " then ",
            " THEN ",
            " within 5 turns",
            " WITHIN ",
            "sounds:",
            "start:",
            "end:");
    Random random = new Random(seed);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int j = 0; j < length; j++) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      try {
        assertThat(parser.parse(text.toString())).isNotNull();
      } catch (QueryMistake e) {
        assertThat(e.position()).isBetween(1, text.length() + 1);
      }
    }
  }

  @Test
  void boundsLengthDepthAndConditions() {
    assertThatThrownBy(() -> parser.parse("a".repeat(5000))).isInstanceOf(QueryMistake.class);
    assertThatThrownBy(() -> parser.parse("(".repeat(1000)))
        .hasMessageContaining("nested too deep");
    assertThatThrownBy(() -> parser.parse("a ".repeat(100)))
        .hasMessageContaining("Too many conditions");
    assertThat(parser.parse("-".repeat(3000) + "a")).isNotNull();
  }

  private static String show(Query.Then then) {
    StringBuilder shown = new StringBuilder("(").append(show(then.steps().get(0)));
    for (int i = 1; i < then.steps().size(); i++) {
      int within = then.within().get(i - 1);
      shown.append(within == Query.Then.ANYWHERE ? " then " : " then<=" + within + " ");
      shown.append(show(then.steps().get(i)));
    }
    return shown.append(")").toString();
  }

  private static String show(Query query) {
    if (query instanceof Query.And and) {
      return joined(and.parts(), " AND ");
    }
    if (query instanceof Query.Or or) {
      return joined(or.parts(), " OR ");
    }
    if (query instanceof Query.Not not) {
      return "NOT " + show(not.part());
    }
    if (query instanceof Query.Said said) {
      return switch (said.form()) {
        case WORD -> said.text();
        case PHRASE -> '"' + said.text() + '"';
        case BEGINNING -> said.text() + "*";
        case SOUND -> "sounds[" + said.text() + "]";
        case START -> "start[" + said.text() + "]";
        case END -> "end[" + said.text() + "]";
      };
    }
    if (query instanceof Query.Near near) {
      return "(%s near%d %s)".formatted(show(near.left()), near.words(), show(near.right()));
    }
    if (query instanceof Query.Then then) {
      return show(then);
    }
    if (query instanceof Query.Meaning meaning) {
      return "~" + meaning.text();
    }
    if (query instanceof Query.Named named) {
      return named.field().code() + "=" + named.value() + (named.pattern() ? " pattern" : "");
    }
    if (query instanceof Query.Began began) {
      return (began.before() ? "before " : "after ") + instant(began.bound());
    }
    if (query instanceof Query.Amount amount) {
      return amount.field().code() + amount.comparison() + amount.amount();
    }
    return "*";
  }

  private static String instant(Instant instant) {
    return instant.toString();
  }

  private static String joined(List<Query> parts, String by) {
    return parts.stream().map(QueryParserTest::show).collect(Collectors.joining(by, "(", ")"));
  }
}
