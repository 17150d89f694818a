package io.earshot.analysis.facts;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words without which an act is hardly that act. They only ever lower or raise what was learned: an
 * apology without any word of regret is a doubtful one, one with it is an apology even in a long
 * sentence about something else.
 */
final class Cues {
  /** A missing word leaves this share of the confidence. */
  private static final double DOUBT = 0.45;

  private static final Map<String, Pattern> NEEDED =
      Map.of(
          Act.APOLOGY,
          pattern(
              "\\bsorry\\b|apolog|my bad|forgive|our (?:fault|mistake)|regret"
                  + "|抱歉|对不起|不好意思|歉|原谅|谅解|见谅|赔(?:个)?不是|对不住"),
          Act.PROMISE,
          pattern(
              "\\bwill\\b|'ll\\b|going to|gonna|\\bshall\\b|promise|assure|guarantee|make sure|\\blet me\\b|\\bi'm (?:sending|submitting|filing|putting)|\\bi've (?:asked|sent|put|booked)|won't"
                  + "|会|给您|帮您|帮你|为您|给你|马上|尽快|一定|保证|安排|放心|跟进|我们.{0,6}(?:退|补|发|送)|今天.{0,8}(?:发|送)|之[前内]|以内"),
          Act.TRANSFER,
          pattern(
              "transfer|connect|put you through|putting you|hand (?:you|the)|pass you|forward|rout|on the line|over to|escalat|colleague|speak|manager|supervisor|转|接通|叫我们|领导|主管|班长|经理|联系"),
          Act.REPEAT_CONTACT,
          pattern(
              "\\b(?:time|times|again|before|already|yesterday|last|earlier|twice|back|told|called|keep|been|weeks?|month|previous|follow)|agent|attempt"
                  + "|次|遍|又|之前|上[次周个回]|昨天|前[天几]|刚[才刚]|多少|回|找过|说过|打过|问过|反映|早上|一直|还要"));

  /** "sorry?" asks to say it again, "sorry to bother you" is no apology for the service. */
  private static final Pattern PARDON =
      pattern(
          "\\bsorry (?:what|can you|could you|say|i (?:didn't|missed|couldn't))|\\bsorry\\?|pardon|不好意思.{0,6}(?:没听|再说|您说什么)");

  private static final Pattern REGRET =
      pattern(
          "\\b(?:so|very|really|terribly|truly|deeply|extremely|i'm|i am|we're|we are) sorry\\b|apologi[sz]|apologies|sorry (?:for|about|to (?:hear|keep|have)|that)"
              + "|抱歉|对不起|不好意思|歉意|对不住|道歉");

  private static final Pattern ASKS =
      pattern(
          "[?？]|[吗嘛呢么](?:[。，,!！~～\\s]|$)|^(?:.{0,12} )?(?:what|when|where|who|why|how|which)\\b"
              + "|\\b(?:do|does|did|is|are|can|could|will|would|should|has|have) (?:i|you|it|we|they|there|that|this|the|my)\\b"
              + "|什么|怎么|怎样|多少|几[天点时个号]|为何|为啥|哪[里儿个家些]|是不是|能不能|可不可以|有没有|多久|多长|咋|啥|吧(?:[?？\\s]|$)");

  private Cues() {}

  static double weighed(String act, String text, double confidence) {
    Pattern needed = NEEDED.get(act);
    if (needed == null || needed.matcher(text).find()) {
      return act.equals(Act.APOLOGY) && PARDON.matcher(text).find() ? 0 : confidence;
    }
    return confidence * DOUBT;
  }

  /** Whether words of regret stand there, whatever else is said. */
  static boolean regrets(String text) {
    return REGRET.matcher(text).find() && !PARDON.matcher(text).find();
  }

  /** Whether it has the form of a question. */
  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
