package io.earshot.asr;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Phrases that agents say and customers do not, and the reverse, as a recognizer writes them: lower
 * case, no punctuation, Chinese without spaces. Weights are votes: 3 almost only said in that role,
 * 1 a hint.
 */
final class PartyCues {
  private static final List<Cue> AGENT =
      List.of(
          cue(3, "thank(s| you) for (calling|contacting|choosing|holding)"),
          cue(3, "(how (can|may|could)|what can) i (help|assist|do for) you"),
          cue(
              3,
              "(may|can|could) i (please )?(have|get|ask for|take) (your|the) (full |first |last |account |phone |order |policy |card |serial )*(name|number|address|email|birth)"),
          cue(3, "is there anything else (i|we|that i|you)"),
          cue(2, "anything else i can (help|do|assist)"),
          cue(2, "my name is \\w+( \\w+)? (and )?(i'm|i am|how|from|with|calling from|what|thank)"),
          cue(2, "(i'd|i would|i'll|i will) be (happy|glad|more than happy) to (help|assist)"),
          cue(
              2,
              "(let me|i'll|i will) (pull|look|check|bring) (that |your |this |it |the )*(up|account|order|for you)"),
          cue(2, "(verify|confirm) your"),
          cue(2, "i can (certainly |definitely )?(help|assist) you"),
          cue(1, "(one moment|hold on|bear with me|just a (moment|second|minute))"),
          cue(1, "(i apologize|i'm (so |very )?sorry) (to hear|for the|about)"),
          cue(1, "(for|as) our records|our (system|company|records|team|technicians?)"),
          cue(1, "have a (great|good|nice|wonderful|lovely) (day|one|evening|night|rest)"),
          cue(1, "\\b(sir|ma'am)\\b"),
          cue(3, "(this|your) call (is|may be|will be) (being )?(recorded|monitored)"),
          cue(2, "you for (your (patience|call|business|time)|confirming|providing|verifying)"),
          cue(1, "would you (like|prefer)|(do|did) you want (me|us) to|shall i\\b"),
          cue(
              1,
              "(what is|what's|what was) your|(could|can|would) you (please )?(spell|confirm|verify|provide|repeat)"),
          cue(1, "(first|last|full) name (please|and)|date of birth|account number (please|and)"),
          cue(1, "i (can )?see (here |that )?(you|your|on your)|i'm showing|on your account"),
          cue(1, "we (offer|carry|have (a|an|the|some|several))|we'll (send|call|get back|review)"),
          cue(1, "(help|assist) you (with|today|further)|happy to help|further assistance"),
          cue(1, "you're (very |most )?welcome|(is|was) that (right|correct)|just to confirm"),
          cue(1, "you're all set|(has|have) been (processed|scheduled|booked|reserved|submitted)"),
          cue(3, "(请问)?有什么(可以|能|需要)?(为您|帮您|帮到您|帮助您)"),
          cue(3, "(很高兴|竭诚)?为您服务"),
          cue(3, "感谢(您)?的?(来电|致电|拨打)"),
          cue(2, "还有(其他|别的|什么).{0,6}(需要|帮)"),
          cue(2, "请问(您)?(贵姓|怎么称呼)|(提供|报|核实|核对)一下(您)?的?(姓名|电话|手机|订单|身份证|地址)"),
          cue(2, "(帮|为|给)您(查|核实|登记|处理|反馈|转接|看)"),
          cue(1, "请(您)?稍等|祝您|您好"),
          cue(1, "您的|麻烦您|建议您|感谢您|给您|跟您|请您"),
          cue(1, "(非常|十分|很)?(抱歉|不好意思).{0,4}(给您|让您|久等)|这边(帮|为|给|看)|亲"));

  private static final List<Cue> CUSTOMER =
      List.of(
          cue(3, "i'm calling (because|about|to|regarding|in regards?)|i was calling"),
          cue(
              2,
              "i (have|had|got|am having|'m having) (a |an |some )?(problem|issue|question|trouble)"),
          cue(
              2,
              "(i (want|need|would like)|i'd like) to (cancel|return|buy|order|schedule|book|pay|speak|talk|know|make an appointment)"),
          cue(
              2,
              "my (account|order|bill|package|car|card|phone|internet|refund|payment|policy) (is|was|has|hasn't|isn't|won't|doesn't|didn't|number is)"),
          cue(1, "(i've|i have) been (waiting|trying|charged|on hold)"),
          cue(1, "(can|could|would) you (please )?(help|tell|give|find|show) me"),
          cue(
              1,
              "i('m| am| was) (wondering|hoping|looking (for|to))|i need (help|to|some|a|an|you)"),
          cue(1, "i'd like|i would like"),
          cue(1, "i (just )?(bought|ordered|purchased|received|returned|signed up|subscribed)"),
          cue(1, "are you (guys |able )|you guys|do you (guys|offer|sell|accept)"),
          cue(1, "(when|how soon) (will|can|do) (i|my)|how (much|long) (is|are|does|will|would)"),
          cue(
              1,
              "(speak|talk) (to|with) (a|an|your|the|some) ?(manager|supervisor|person|one|human)"),
          cue(
              1,
              "no (thanks|thank you)? ?that's (all|it)|that's (all|it|everything) (for|i|thank)"),
          cue(1, "(thank you|thanks) (so much )?for (your|the) help"),
          cue(2, "我(想|要)(问|咨询|查|退|换|投诉|取消|买)"),
          cue(1, "我(在|从|昨天|今天|前天|上)?.{0,4}(买|下单|收到)了?|什么时候(能|可以|发|到)|为什么|怎么(办|退|弄|回事)"),
          cue(1, "我的(订单|快递|包裹|账户|手机|卡|电话)|怎么还(没|不)|你们(这|的|怎么)"));

  private PartyCues() {}

  /** How much the text sounds like an agent; below zero like a customer. */
  static double agentVotes(String text) {
    return votes(AGENT, text) - votes(CUSTOMER, text);
  }

  private static double votes(List<Cue> cues, String text) {
    double votes = 0;
    for (Cue cue : cues) {
      // Twice is as good as ten times: one repeated courtesy must not outvote all else.
      votes += cue.weight * Math.min(2, cue.pattern.matcher(text).results().limit(2).count());
    }
    return votes;
  }

  private static Cue cue(double weight, String pattern) {
    return new Cue(weight, Pattern.compile(pattern));
  }

  private record Cue(double weight, Pattern pattern) {}
}
