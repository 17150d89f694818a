package io.earshot.routes.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.config.Section;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.EarshotException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  private final MovedClock clock = new MovedClock();
  private final Set<ConversationId> onTheirWay = new HashSet<>();

  /** A clock that stands still until it is moved. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-01-02T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static Pace pace(String yaml) {
    Section section = Section.parse(yaml, "test");
    Pace pace = Pace.from(section, ZoneOffset.UTC);
    section.verify();
    return pace;
  }

  private Throttle throttle(String yaml) {
    return new Throttle(pace(yaml), onTheirWay::contains, clock);
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-06:00, 21:59, false", "22:00-06:00, 22:00, true", "22:00-06:00, 05:59, true",
    "22:00-06:00, 06:00, false", "09:00-17:30, 09:00, true", "09:00-17:30, 17:30, false"
  })
  void opensAtItsHours(String between, String time, boolean open) {
    Pace pace = pace("between: '%s'".formatted(between));

    assertThat(pace.isOpen(Instant.parse("2026-01-02T" + time + ":00Z"))).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"night", "22:00", "22:00-22:00", "25:00-06:00", "22:00-06:00-07:00"})
  void refusesHoursThatAreNone(String between) {
    assertThatThrownBy(() -> pace("between: '%s'".formatted(between)))
        .isInstanceOf(EarshotException.class)
        .hasMessageContaining("22:00-06:00");
  }

  @Test
  void countsTheLastHour() {
    Throttle throttle = throttle("per_hour: 2");
    throttle.taken();
    clock.now = clock.now.plusSeconds(1_800);
    throttle.taken();

    assertThat(throttle.allows()).isFalse();
    clock.now = clock.now.plusSeconds(1_800);
    assertThat(throttle.allows()).as("the first was an hour ago").isTrue();
    throttle.taken();
    assertThat(throttle.allows()).isFalse();
  }

  @Test
  void waitsForThoseOnTheirWay() {
    Throttle throttle = throttle("at_once: 2");
    for (String name : new String[] {"a", "b"}) {
      onTheirWay.add(ConversationId.ofText(name));
      throttle.queued(ConversationId.ofText(name));
    }

    assertThat(throttle.allows()).isFalse();
    onTheirWay.remove(ConversationId.ofText("a"));
    assertThat(throttle.allows()).isTrue();
  }

  @Test
  void isFreeUnlessTold() {
    assertThat(pace("{}")).isEqualTo(Pace.FREE);
  }
}
