package io.earshot.ingest.chat.notation;

import io.earshot.conversation.Speaker;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words by which exports call the parties, in English and in both Chinese scripts. */
public final class Roles {
  private static final Map<String, Speaker> WORDS = new HashMap<>();

  static {
    put(Speaker.AGENT, "agent,live agent,human agent,support agent,rep,representative,csr");
    put(
        Speaker.AGENT,
        "customer service,customer support,support,service,advisor,adviser,operator");
    put(Speaker.AGENT, "staff,assistant,associate,specialist,supervisor,manager,seller,merchant");
    put(Speaker.AGENT, "客服,人工客服,在线客服,客服人员,客服专员,坐席,座席,人工坐席,接线员,话务员,专员,顾问");
    put(Speaker.AGENT, "商家,卖家,店家,店铺,商户,主管,客服人員,線上客服,接線員,話務員,專員,顧問,賣家,店鋪,商戶");
    put(Speaker.CUSTOMER, "customer,caller,client,user,end user,end-user,visitor,buyer,guest");
    put(Speaker.CUSTOMER, "consumer,shopper,member,patient,passenger,subscriber");
    put(Speaker.CUSTOMER, "external,lead,contact,requester,respondent");
    put(Speaker.AGENT, "internal agent,any agent,admin,teammate,employee,客服代表,服务人员,商家客服,業務員");
    put(Speaker.CUSTOMER, "顾客,客户,用户,买家,访客,来电人,主叫,消费者,会员,客人,乘客,患者");
    put(Speaker.CUSTOMER, "顧客,客戶,用戶,買家,訪客,來電人,消費者,會員");
    put(Speaker.SYSTEM, "bot,chatbot,custom_bot,chat bot,virtual assistant,virtual agent,system");
    put(Speaker.SYSTEM, "custom bot,automated agent,ai agent,ai assistant,workflow,trigger");
    put(Speaker.SYSTEM, "notice,notification,ivr,robot,automated,automated_agent,announcement");
    put(Speaker.SYSTEM, "机器人,系统,智能客服,智能助手,系统消息,系统提示,系统通知,自动回复,智能机器人");
    put(Speaker.SYSTEM, "機器人,系統,智能機器人,系統消息,系統提示,系統訊息,系統通知,自動回覆");
  }

  private static final Pattern NAME_IN_BRACKETS =
      Pattern.compile("([^()]{1,40})\\(([^()]{1,60})\\)");
  private static final Pattern NAME_BEHIND_DASH =
      Pattern.compile("([^-–—]{1,40})\\s[-–—]\\s(.{1,60})");
  private static final Pattern DEPARTMENT =
      Pattern.compile(
          "(?i)services?|care|support|success|relations|experience|team|desk|help|solutions"
              + "|cent(?:er|re)|operations|office|department");

  private static final Pattern NUMBERED =
      Pattern.compile("([\\p{L} ]{1,30}?)\\s?(?:[#_-]?\\d{1,12}(?:号|號)?)");
  private static final Pattern CHINESE_NAME =
      Pattern.compile(
          "(客服|坐席|座席|顾问|顧問|客户|顾客|用户|买家|客戶|顧客|用戶|買家)([A-Za-z0-9]{1,12}|小\\p{IsHan}{1,2}|\\p{IsHan}{1,2}(?:先生|女士|小姐))");

  private Roles() {}

  private static void put(Speaker speaker, String words) {
    for (String word : words.split(",", -1)) {
      WORDS.put(word, speaker);
    }
  }

  /**
   * A label such as {@code Agent (Anna)}.
   *
   * @param name of the person; empty where the label has none
   */
  public record Label(Speaker speaker, String name) {}

  /** The speaker a bare word stands for. */
  public static Optional<Speaker> speaker(String word) {
    return Optional.ofNullable(WORDS.get(word.strip().toLowerCase(Locale.ROOT)));
  }

  /** Reads a label: a role, alone, numbered, or with a name. */
  public static Optional<Label> label(String text) {
    String label = bare(text);
    Optional<Label> plain = speaker(label).map(speaker -> new Label(speaker, ""));
    return plain
        .or(() -> named(NAME_IN_BRACKETS.matcher(label)))
        .or(() -> named(NAME_BEHIND_DASH.matcher(label)))
        .or(() -> chinese(label))
        .or(() -> numbered(label));
  }

  /**
   * The role of a name with a title, such as {@code Agent Anna}; not for words that may be more,
   * and empty for departments such as {@code Client Services}.
   */
  public static Optional<Speaker> leading(String name) {
    String[] words = name.strip().split(" ", 3);
    boolean person = words.length > 1 && !DEPARTMENT.matcher(words[1]).matches();
    return person ? speaker(words[0]) : Optional.empty();
  }

  /** Whether a name is that of a department which serves customers. */
  public static boolean isDepartment(String name) {
    String[] words = name.strip().split(" ", 3);
    return words.length > 1
        && DEPARTMENT.matcher(words[1]).matches()
        && speaker(words[0]).isPresent();
  }

  /** Without the decoration of Markdown and with ASCII brackets. */
  private static String bare(String text) {
    String label = text.replace('（', '(').replace('）', ')').replace("*", "").replace("_", " ");
    return label.replace('[', '(').replace(']', ')').replace('>', ' ').strip();
  }

  private static Optional<Label> named(Matcher matcher) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String first = matcher.group(1).strip();
    String second = matcher.group(2).strip();
    return speaker(first)
        .map(speaker -> new Label(speaker, second))
        .or(() -> speaker(second).map(speaker -> new Label(speaker, first)));
  }

  private static Optional<Label> chinese(String label) {
    Matcher matcher = CHINESE_NAME.matcher(label);
    return matcher.matches()
        ? speaker(matcher.group(1)).map(speaker -> new Label(speaker, matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<Label> numbered(String label) {
    Matcher matcher = NUMBERED.matcher(label);
    return matcher.matches()
        ? speaker(matcher.group(1)).map(speaker -> new Label(speaker, ""))
        : Optional.empty();
  }
}
