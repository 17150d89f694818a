package io.earshot.ingest.facts;

import io.earshot.config.Section;
import io.earshot.conversation.Conversation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which paths of a side file each attribute is looked for. Immutable.
 *
 * @param paths by attribute, those of each in the order in which they are tried
 */
public record FactMapping(Map<String, List<String>> paths) {
  /** As recorders, contact centers in the cloud and call detail records name things. */
  private static final Map<String, List<String>> USUAL =
      Map.ofEntries(
          usual(
              Conversation.AGENT,
              """
              agent_name agent.name agent.username agent.agentname agent agent_id agent.id operator
              坐席姓名 坐席 客服姓名 客服 工号"""),
          usual(
              Conversation.CUSTOMER,
              """
              customer_id customer.id customer customer_name customer.name customer_number
              customerendpoint.address caller_id caller_number caller client client_id
              客户号码 客户姓名 客户"""),
          usual(
              Conversation.CALL_ID,
              """
              call_id contact_id conversation_id interaction_id linkedid uniqueid ucid call_uuid uuid
              guid session_id 流水号 通话id"""),
          usual(
              Conversation.QUEUE,
              "queue_name queue.name queue skill_group skillgroup.name skill 队列 技能组"),
          usual(Fact.DIRECTION, "direction call_direction initiation_method 呼叫方向 呼叫类型"),
          usual(Fact.LANGUAGE, "language_code language locale"),
          usual(
              Fact.STARTED_AT,
              """
              started_at start_time start_timestamp initiation_timestamp conversation_time call_start
              call_start_time start_date_time datetime start begin_time timestamp
              开始时间 通话时间 呼叫时间"""),
          usual(Fact.AGENT_TRACK, "agent_track agent_channel service_channel agent_channel_id"),
          usual("caller", "src caller_id_number 主叫号码 主叫"),
          usual("dialled", "dst destination_number dialed_number 被叫号码 被叫"),
          usual("disposition", "disposition disconnect_reason"));

  public FactMapping {
    paths = Map.copyOf(paths);
  }

  private static Map.Entry<String, List<String>> usual(String attribute, String paths) {
    return Map.entry(attribute, List.of(paths.split("\\s+")));
  }

  static FactMapping standard() {
    return new FactMapping(USUAL);
  }

  /** The usual paths; those of attributes that the section names are replaced by its own. */
  static FactMapping from(Section section) {
    Map<String, List<String>> paths = new LinkedHashMap<>(USUAL);
    for (String attribute : section.keys()) {
      if (!isName(attribute)) {
        section.problem(
            attribute, "must be an attribute's name of small letters, such as team_name");
      }
      paths.put(attribute, section.texts(attribute));
    }
    return new FactMapping(paths);
  }

  /** Whether an attribute may be called so. */
  static boolean isName(String attribute) {
    return attribute.matches("[a-z][a-z0-9_]{0,39}");
  }

  /** Offers what the values tell. */
  void read(FactValues values, ZoneId zone, String origin, Facts facts) {
    paths.forEach(
        (attribute, candidates) -> {
          for (String path : candidates) {
            Optional<String> value =
                values.value(path).flatMap(text -> usable(attribute, text, zone));
            if (value.isPresent()) {
              facts.offer(attribute, value.get(), "%s: %s".formatted(origin, path));
              return;
            }
          }
        });
  }

  /** A text in the place of a time is none: the next path may hold one. */
  private static Optional<String> usable(String attribute, String text, ZoneId zone) {
    return switch (attribute) {
      case Fact.STARTED_AT -> FactTimes.parse(text, zone).map(Instant::toString);
      case Fact.LANGUAGE ->
          Optional.of(text.strip())
              .filter(tag -> tag.matches("[A-Za-z]{2,3}([-_]\\w{2,8})*"))
              .map(FactMapping::primary);
      default -> Optional.of(text).filter(value -> !value.isBlank());
    };
  }

  /** Models are by language, whatever the country. */
  private static String primary(String tag) {
    return tag.split("[-_]")[0].toLowerCase(java.util.Locale.ROOT);
  }
}
