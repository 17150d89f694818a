package io.earshot.analysis.facts;

import io.earshot.analysis.language.Span;
import io.earshot.analysis.language.Token;
import io.earshot.analysis.language.Tokenizer;
import io.earshot.analysis.language.Utterance;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The things that are bought, delivered, used and repaired, without any list of products: a phrase
 * of telling words right after a verb of shopping or repair, or right before one of failure.
 */
final class Products {
  private static final int MOST = 3;
  private static final int LONGEST_TURN = 600;
  private static final int WORDS = 3;

  private static final Pattern BEFORE_EN =
      Cues.pattern(
          "\\b(?:bought|buy|buying|ordered|purchased|purchase|return|returning|exchange|replace|replacing|repair|fix|fixing|install|received|sell|have|need|looking for|interested in|price of|for sale)\\s+(?:one of )?(?:a|an|the|my|this|that|some|two|these|those|your|our|new|another)\\s+");
  private static final Pattern OWN_EN =
      Cues.pattern(
          "\\b(?:my|our|the|this)\\s+(?=(?:[a-z'-]+\\s+){1,3}(?:is|was|has|have|isn't|won't|doesn't|does|stopped|broke|keeps|arrived|came|died|makes|leaks|cracked|never)\\b)");
  private static final Pattern BEFORE_ZH =
      Cues.pattern(
          "(?:购?买|订购|下单|拍|换|退|修|维修|安装|收到|想要|咨询)(?:了|的|过|到|个|是)*(?:[一二两三四五六七八九十\\d]+)?(?:[个件台部张份只条双套箱盒瓶包袋本支款])?(?:的)?|(?:这|那|哪|一)(?:[件台部条双套款])|(?:我的|你们的|你家的?)");
  private static final Pattern AFTER_ZH =
      Cues.pattern(
          "^(?:又|也|都|还|就|突然|老|总是|一直)?(?:坏|不能用|打不开|开不了|没收到|漏|破|碎|死机|黑屏|不亮|不制冷|不工作|有货|缺货|质量|保修|发货|多少钱|降价|怎么卖|怎么用)");

  /** What is talked about in every trade and is nobody's product. */
  private static final Set<String> NOT_PRODUCTS_EN =
      Set.of(
          "order",
          "orders",
          "account",
          "money",
          "refund",
          "payment",
          "bill",
          "name",
          "number",
          "email",
          "address",
          "appointment",
          "call",
          "question",
          "problem",
          "issue",
          "day",
          "week",
          "time",
          "information",
          "service",
          "customer",
          "credit",
          "store",
          "website",
          "husband",
          "wife",
          "mother",
          "son",
          "daughter",
          "friend",
          "package",
          "parcel",
          "delivery",
          "agent",
          "manager",
          "look",
          "lot",
          "reason",
          "way",
          "thing",
          "item",
          "product",
          "price",
          "discount",
          "date",
          "phone number",
          "good",
          "moment",
          "minute",
          "idea",
          "receipt",
          "details",
          "message",
          "code",
          "status",
          "help",
          "chance",
          "year",
          "month",
          "people",
          "great",
          "nice");

  private static final Set<String> NOT_PRODUCTS_ZH =
      Set.of(
          "订单", "快递", "发票", "客服", "电话", "退款", "地址", "物流", "运费", "时间", "问题", "价格", "优惠券", "商品", "东西",
          "货物", "退货", "换货", "产品", "公司", "京东", "淘宝", "售后", "信息", "情况", "包裹", "单子", "快递员", "配送", "短信",
          "账号", "密码", "银行", "活动", "申请", "客户", "朋友", "老婆", "老公", "妈妈", "人员", "师傅", "收货", "收货地址",
          "手机号", "联系", "号码", "付款", "钱", "质量", "保修", "发货", "服务", "订单号", "新的", "姓名", "差价", "原因", "意见",
          "建议", "处理", "降价", "购买", "维修", "安装", "仓库", "卖家", "商家", "厂家", "自营", "第三方", "审核", "取消",
          "退换货", "换新", "抬头", "个人", "单位", "站点", "送货", "页面", "评价", "店铺", "官网", "费用", "金额", "流程", "记录",
          "尾款", "定金", "方便", "咨询");

  private Products() {}

  static List<Finding> of(Scene scene) {
    Map<String, Mention> mentions = new LinkedHashMap<>();
    for (Utterance utterance : scene.utterances()) {
      if (utterance.turn().speaker() != Speaker.SYSTEM
          && utterance.text().length() <= LONGEST_TURN) {
        collect(utterance, mentions);
      }
    }
    return mentions.values().stream()
        .sorted(Comparator.comparingInt(Mention::times).reversed().thenComparing(Mention::turn))
        .limit(MOST)
        .map(
            mention ->
                scene.finding(
                    Facts.PRODUCT,
                    mention.phrase,
                    mention.turn,
                    mention.span,
                    Math.min(0.9, 0.5 + 0.1 * mention.times),
                    Map.of("times", (double) mention.times)))
        .toList();
  }

  private static void collect(Utterance utterance, Map<String, Mention> mentions) {
    boolean chinese = utterance.language().equals("zh");
    String text = utterance.text().toLowerCase(Locale.ROOT);
    if (text.length() != utterance.text().length()) {
      return;
    }
    List<Integer> starts = new ArrayList<>();
    for (Pattern pattern : chinese ? List.of(BEFORE_ZH) : List.of(BEFORE_EN, OWN_EN)) {
      Matcher matcher = pattern.matcher(text);
      while (matcher.find() && starts.size() < 20) {
        starts.add(matcher.end());
      }
    }
    boolean fails = chinese;
    if (starts.isEmpty() && !fails) {
      return;
    }
    List<Token> tokens = Tokenizer.of(utterance.language()).tokenize(utterance.text());
    starts.forEach(start -> phraseAt(start, tokens, chinese, utterance, mentions));
    if (chinese) {
      phrasesBeforeFailure(tokens, utterance, mentions);
    }
  }

  private static void phraseAt(
      int start,
      List<Token> tokens,
      boolean chinese,
      Utterance utterance,
      Map<String, Mention> mentions) {
    List<Token> phrase = new ArrayList<>();
    int at = start;
    for (Token token : tokens) {
      if (token.start() < start) {
        continue;
      }
      boolean follows = token.start() - at <= (chinese ? 0 : 1);
      if (!follows || !isThing(token, chinese) || phrase.size() == WORDS) {
        break;
      }
      phrase.add(token);
      at = token.end();
    }
    add(phrase, chinese, utterance, mentions);
  }

  private static void phrasesBeforeFailure(
      List<Token> tokens, Utterance utterance, Map<String, Mention> mentions) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String rest =
          utterance
              .text()
              .substring(token.end(), Math.min(utterance.text().length(), token.end() + 8));
      if (isThing(token, true) && AFTER_ZH.matcher(rest).find()) {
        List<Token> phrase = new ArrayList<>(List.of(token));
        boolean joined =
            i > 0 && isThing(tokens.get(i - 1), true) && tokens.get(i - 1).end() == token.start();
        if (joined) {
          phrase.add(0, tokens.get(i - 1));
        }
        add(phrase, true, utterance, mentions);
      }
    }
  }

  private static boolean isThing(Token token, boolean chinese) {
    return token.telling() && !(chinese ? NOT_PRODUCTS_ZH : NOT_PRODUCTS_EN).contains(token.word());
  }

  private static void add(
      List<Token> phrase, boolean chinese, Utterance utterance, Map<String, Mention> mentions) {
    if (phrase.isEmpty()) {
      return;
    }
    Span span = new Span(phrase.get(0).start(), phrase.get(phrase.size() - 1).end());
    String name = String.join(chinese ? "" : " ", phrase.stream().map(Token::word).toList());
    Mention mention = new Mention(name, utterance.turn().index(), span, 1);
    mentions.merge(name, mention, Mention::again);
  }

  private record Mention(String phrase, int turn, Span span, int times) {
    Mention again(Mention later) {
      return new Mention(phrase, turn, span, times + later.times);
    }
  }
}
