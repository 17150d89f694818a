package io.earshot.ingest.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.earshot.conversation.ConversationId;
import io.earshot.conversation.TurnInsight;

/**
 * How conversations look in JSON: snake_case names, ISO times in UTC, lower-case codes, ids as
 * plain text, embeddings left out. Unknown names are passed over, so that files of a later release
 * can be read.
 */
public final class ConversationJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          // A failure's message must not quote what was said.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // A lone surrogate from a broken source must not spoil the whole file.
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .addMixIn(ConversationId.class, PlainId.class)
          .addMixIn(TurnInsight.class, WithoutMeaning.class)
          .build();

  private ConversationJson() {}

  /** The mapper, ready for use by any number of threads; it must not be reconfigured. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  private abstract static class PlainId {
    @JsonCreator
    PlainId(@SuppressWarnings("unused") String value) {}

    @JsonValue
    abstract String value();
  }

  @JsonIgnoreProperties("meaning")
  private abstract static class WithoutMeaning {}
}
