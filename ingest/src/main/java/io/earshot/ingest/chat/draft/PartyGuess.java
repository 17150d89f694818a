package io.earshot.ingest.chat.draft;

import io.earshot.conversation.Speaker;
import io.earshot.ingest.chat.notation.Roles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who of the named parties is agent, customer or bot: by the settings, by the names themselves, by
 * what they say, and at last by who came first.
 *
 * @param roles by name, in the order in which they first spoke
 * @param sure 0 to 1
 */
public record PartyGuess(Map<String, Speaker> roles, double sure) {
  /** How sure each way of telling is; the shares of right answers that were to be expected. */
  private static final double BY_NAME = 0.95;

  private static final double BY_NUMBER = 0.85;
  private static final double BY_WORDS = 0.85;
  private static final double BY_ORDER = 0.6;

  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i)客服|客户服务|旗舰店|专卖店|官方|售后|售前|小二|坐席|客戶服務|旗艦店|售後|專員|"
              + "\\b(?:support|customer (?:service|care|success)|help ?desk|service (?:team|desk)|care team)\\b");

  /** The addresses that companies answer from. */
  private static final Pattern DESK =
      Pattern.compile(
          "(?i)(?:support|service|services|help|helpdesk|care|customercare|customerservice|info|contact|sales|billing|orders?"
              + "|returns|kefu|cs|shouhou|noreply|no-reply|team)[.+_-]?[a-z0-9]{0,12}@");

  private static final Pattern AUTOMATIC =
      Pattern.compile(
          "(?i)机器人|智能助[手理]|系统消息|機器人|系統訊息|\\b(?:chat ?bot|answer ?bot|bot|auto ?reply|virtual assistant)\\b");

  /** How 企业微信 marks those who write from without. */
  private static final Pattern EXTERNAL = Pattern.compile("(?i).@(?:微信|wechat)$");

  private static final Pattern NUMBER = Pattern.compile("[+(]?[\\d ()./-]{6,24}");

  private static final Pattern AGENT_WORDS =
      Pattern.compile(
          "(?i)(?:how (?:can|may) (?:i|we) (?:help|assist)|thank(?:s| you) for (?:contacting|calling|reaching|your patience)"
              + "|anything else (?:i|we) can|(?:let me|i'?ll|i will) (?:check|look into)|sorry for the inconvenience"
              + "|apologi[sz]e for|could you (?:please )?(?:provide|confirm|share|send)|may i have your"
              + "|请问有什么|有什么可以帮|为您|帮您|请您|给您|感谢您|祝您|您好.{0,12}(?:很高兴|欢迎|客服|这里是)|亲[，,～~]|請問有什麼|為您|幫您|請您|感謝您|您好.{0,12}(?:很高興|歡迎|客服|這裡是))");
  private static final Pattern CUSTOMER_WORDS =
      Pattern.compile(
          "(?i)(?:my (?:order|parcel|package|account|bill|invoice|refund|card)|i (?:ordered|bought|paid|want|need)"
              + "|you (?:guys|people)|why (?:is|are|do|did)|still (?:not|waiting|haven'?t)"
              + "|我的|我要|我想|我买|你们|什么时候|怎么还|我買|你們|什麼時候|怎麼還)");

  public PartyGuess {
    roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
  }

  /**
   * Guesses.
   *
   * @param said what each party said, in the order in which they first spoke
   * @param hints roles by name, from the file's own name or headers
   * @param settings roles by name, address or {@code @domain} in lower case, by the user
   * @param others the roles of those of whom the data tells it
   */
  static PartyGuess of(
      Map<String, List<String>> said,
      Map<String, Speaker> hints,
      Map<String, Speaker> settings,
      Set<Speaker> others) {
    Map<String, Speaker> roles = new LinkedHashMap<>();
    said.keySet().forEach(name -> roles.put(name, Speaker.UNKNOWN));
    double sure = 1;
    for (String name : said.keySet()) {
      Optional<Speaker> told = told(name, settings);
      Optional<Speaker> named =
          told.or(() -> Optional.ofNullable(hints.get(name))).or(() -> named(name));
      named.ifPresent(role -> roles.put(name, role));
      sure = told.isEmpty() && named.isPresent() ? BY_NAME : sure;
    }
    List<String> open =
        said.keySet().stream().filter(name -> roles.get(name) == Speaker.UNKNOWN).toList();
    return open.isEmpty() ? new PartyGuess(roles, sure) : rest(said, open, roles, sure, others);
  }

  private static Optional<Speaker> told(String party, Map<String, Speaker> settings) {
    String plain = party.toLowerCase(Locale.ROOT);
    String address = address(plain);
    String domain = address.substring(Math.max(0, address.lastIndexOf('@')));
    String name = plain.equals(address) ? plain : plain.substring(0, plain.lastIndexOf(" <"));
    return Stream.of(plain, name, address, domain)
        .filter(settings::containsKey)
        .map(settings::get)
        .findFirst();
  }

  /** The mail address of {@code Name <address>}; all of what is none. */
  private static String address(String party) {
    int open = party.lastIndexOf(" <");
    return open < 0 || !party.endsWith(">") ? party : party.substring(open + 2, party.length() - 1);
  }

  /** Whether a name is that of a machine: some systems list theirs among the agents. */
  public static boolean isMachine(String name) {
    return AUTOMATIC.matcher(name).find();
  }

  private static Optional<Speaker> named(String name) {
    if (isMachine(name)) {
      return Optional.of(Speaker.SYSTEM);
    }
    if (EXTERNAL.matcher(name).find()) {
      return Optional.of(Speaker.CUSTOMER);
    }
    return Roles.label(name)
        .map(Roles.Label::speaker)
        .or(() -> isCompany(name) ? Optional.of(Speaker.AGENT) : Optional.empty())
        .or(() -> Roles.leading(name));
  }

  private static boolean isCompany(String name) {
    return COMPANY.matcher(name).find()
        || DESK.matcher(address(name)).lookingAt()
        || Roles.isDepartment(name);
  }

  private static PartyGuess rest(
      Map<String, List<String>> said,
      List<String> open,
      Map<String, Speaker> roles,
      double sure,
      Set<Speaker> others) {
    boolean agent = roles.containsValue(Speaker.AGENT) || others.contains(Speaker.AGENT);
    boolean customer = roles.containsValue(Speaker.CUSTOMER) || others.contains(Speaker.CUSTOMER);
    if (agent || customer) {
      // Those who are left are the other side.
      open.forEach(name -> roles.put(name, agent ? Speaker.CUSTOMER : Speaker.AGENT));
      return new PartyGuess(roles, Math.min(sure, BY_NAME));
    }
    return byWords(said, open, roles);
  }

  private static PartyGuess byWords(
      Map<String, List<String>> said, List<String> open, Map<String, Speaker> roles) {
    double best = Double.NEGATIVE_INFINITY;
    double second = Double.NEGATIVE_INFINITY;
    String agent = "";
    for (String name : open) {
      double score = score(name, said.get(name));
      if (score > best) {
        second = best;
        best = score;
        agent = name;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean told = open.size() == 1 ? best > 0 : best > second;
    if (!told) {
      // Who begins wants something.
      agent = open.size() > 1 ? open.get(1) : "";
    }
    for (String name : open) {
      roles.put(name, name.equals(agent) ? Speaker.AGENT : Speaker.CUSTOMER);
    }
    boolean number = open.stream().anyMatch(PartyGuess::isNumber);
    return new PartyGuess(roles, !told ? BY_ORDER : number ? BY_NUMBER : BY_WORDS);
  }

  private static double score(String name, List<String> texts) {
    double score = isNumber(name) ? -1 : 0;
    for (String text : texts) {
      score += AGENT_WORDS.matcher(text).find() ? 1 : 0;
      score -= CUSTOMER_WORDS.matcher(text).find() ? 1 : 0;
    }
    return score / (1 + Math.log(texts.size()));
  }

  /** A contact without a name: a business has one. */
  private static boolean isNumber(String name) {
    return NUMBER.matcher(name).matches();
  }

  /** What a party is to be called: without the address behind its name and the role before it. */
  public static String shown(String party) {
    int address = party.indexOf(" <");
    String name = address > 0 ? party.substring(0, address) : party;
    boolean titled = !isCompany(name) && Roles.leading(name).isPresent();
    String bare = titled ? name.substring(name.indexOf(' ') + 1) : name;
    return Roles.label(bare).map(Roles.Label::name).filter(n -> !n.isEmpty()).orElse(bare);
  }
}
