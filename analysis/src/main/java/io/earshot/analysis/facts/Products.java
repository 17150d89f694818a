package io.earshot.analysis.facts;

import io.earshot.analysis.language.ChineseText;
import io.earshot.analysis.language.NounPhrases;
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
  private static final int CONTEXT = 8;
  private static final int MOST_STARTS = 20;

  private static final Pattern BEFORE_EN =
      Cues.pattern(
          "\\b(?:bought|buy|buying|ordered|purchased|purchase|return|returning|exchange|replace|replacing|repair|fix|fixing|install|received|sell|looking for|interested in|price of|for sale)\\s+(?:one of )?(?:a|an|the|my|this|that|some|two|these|those|our|new|another)\\s+");
  private static final Pattern OWN_EN =
      Cues.pattern(
          "\\b(?:my|our|the|this)\\s+(?=(?:[a-z'-]+\\s+){1,3}(?:is|was|has|have|isn't|won't|doesn't|does|stopped|broke|keeps|arrived|came|died|makes|leaks|cracked|never)\\b)");
  private static final Pattern BEFORE_ZH =
      Cues.pattern(
          "(?:购?买|订购|下单|拍|换|退|修|维修|安装|收到|想要|咨询)(?:了|的|过|到|个|是)*(?:[一二两三四五六七八九十\\d]+)?(?:[个件台部张份只条双套箱盒瓶包袋本支款])?的?$|[这那哪一](?:[件台部条双套款])$|(?:我的|你们的|你家的?)$");
  private static final Pattern AFTER_ZH =
      Cues.pattern(
          "^(?:又|也|都|还|就|突然|老|总是|一直)?(?:坏|不能用|打不开|开不了|没收到|漏|破|碎|死机|黑屏|不亮|不制冷|不工作|有货|缺货|质量|保修|发货|多少钱|降价|怎么卖|怎么用)");

  /** 一罐, 根线, 太宽: pieces of a number or judgement. */
  private static final Pattern COUNTED = Pattern.compile("^[一二两三四五六七八九十几根]|太.$");

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
                scene.mention(
                    Facts.PRODUCT,
                    mention.phrase,
                    mention.turn,
                    mention.span,
                    Math.min(0.9, 0.5 + 0.1 * mention.times),
                    Map.of("times", (double) mention.times)))
        .toList();
  }

  private static void collect(Utterance utterance, Map<String, Mention> mentions) {
    if (utterance.language().equals("zh")) {
      collectChinese(utterance, mentions);
    } else {
      collectEnglish(utterance, mentions);
    }
  }

  private static void collectChinese(Utterance utterance, Map<String, Mention> mentions) {
    String text = utterance.text();
    for (Span phrase : NounPhrases.of(text)) {
      String before = text.substring(Math.max(0, phrase.start() - CONTEXT), phrase.start());
      String after = text.substring(phrase.end(), Math.min(text.length(), phrase.end() + CONTEXT));
      boolean handled = BEFORE_ZH.matcher(before).find() || AFTER_ZH.matcher(after).find();
      String name = ChineseText.simplified(phrase.of(text)).toLowerCase(Locale.ROOT);
      if (handled && !Commonplaces.inChinese(name) && !COUNTED.matcher(name).find()) {
        add(name, phrase, utterance, mentions);
      }
    }
  }

  private static void collectEnglish(Utterance utterance, Map<String, Mention> mentions) {
    List<Integer> starts = new ArrayList<>();
    for (Pattern pattern : List.of(BEFORE_EN, OWN_EN)) {
      Matcher matcher = pattern.matcher(utterance.text());
      while (matcher.find() && starts.size() < MOST_STARTS) {
        starts.add(matcher.end());
      }
    }
    if (!starts.isEmpty()) {
      List<Token> tokens = Tokenizer.of(utterance.language()).tokenize(utterance.text());
      starts.forEach(start -> phraseAt(start, tokens, utterance, mentions));
    }
  }

  private static void phraseAt(
      int start, List<Token> tokens, Utterance utterance, Map<String, Mention> mentions) {
    List<Token> phrase = new ArrayList<>();
    int at = start;
    for (Token token : tokens) {
      if (token.start() < start) {
        continue;
      }
      boolean follows = token.start() - at <= 1 && token.telling();
      if (follows && Commonplaces.isEnglish(token.word())) {
        // "my phone number" is no phone.
        return;
      }
      if (!follows || phrase.size() == WORDS) {
        break;
      }
      phrase.add(token);
      at = token.end();
    }
    if (!phrase.isEmpty()) {
      Span span = new Span(phrase.get(0).start(), phrase.get(phrase.size() - 1).end());
      String name = String.join(" ", phrase.stream().map(Token::word).toList());
      add(name, span, utterance, mentions);
    }
  }

  private static void add(
      String name, Span span, Utterance utterance, Map<String, Mention> mentions) {
    Mention mention = new Mention(name, utterance.turn().index(), span, 1);
    mentions.merge(name, mention, Mention::again);
  }

  private record Mention(String phrase, int turn, Span span, int times) {
    Mention again(Mention later) {
      return new Mention(phrase, turn, span, times + later.times);
    }
  }
}
