package io.earshot.analysis.facts;

import static java.util.Map.entry;

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
      Map.ofEntries(
          entry(
              Act.EMPATHY,
              pattern(
                  "understand|imagine|frustrat|upset|\\bfeel|must (?:be|have)|worr|hear you|\\bknow (?:how|it's|what|you|the|wait)|concern|condolence|how (?:difficult|important|hard)|stress|awful|terrible|rough|patient|valid|hope (?:you|she|he|they|your)|get (?:it|why)|every right|annoy|nightmare|scary|easy for you|trouble"
                      + "|理解|体会|体谅|感受|明白您|别着急|着急|别急|心急|心情|担心|生气|消消气|换作|换谁|要是我|是我我|我也会|委屈|难受|不容易|闹心|节哀|心疼|情绪|难处|我懂|失望|难过|放宽心|上火|不愿意")),
          entry(
              Act.PRAISE,
              pattern(
                  "^(?!.*(?:不满意|不太好|希望|not happy|unhappy)).*(?:谢|好评|满意|喜欢|不错|真好|太好|太棒|好棒|[真很好]棒|点?赞|真快|很快|专业|耐心|放心了|费心|厉害|完美|周到|挺好|顺手|实惠|负责|推荐|great|good|love|happy|perfect|thank|awesome|amazing|wonderful|fantastic|excellent|brilliant|impress|helpful|best|kind|nice|quick|fast|glad|pleased|stars|appreciate|beautiful|generous|polite|made my day)")),
          entry(
              Act.ESCALATION,
              pattern(
                  "supervisor|manager|boss|human|agent|complain|lawyer|legal|ombudsman|report|escalat|higher|superior|in charge|head office|transfer|someone|somebody|speak|talk to|connect|specialist|team leader|social media|dispute|above you|pass me|real person"
                      + "|经理|主管|领导|投诉|人工|上级|律师|老板|换个?人|负责人|做主|曝光|消协|消费者|12315|市长|工商|举报|起诉|告你|升级|总部|机器人|班长|转(?:一下|到|给|接|技术|售后|财务)")),
          entry(
              Act.SARCASM,
              pattern(
                  "great|wonderful|fantastic|brilliant|lovely|perfect|\\bnice|amazing|thank|good (?:job|one|to)|well done|congrat|bravo|\\bwow|(?:yeah|oh|yes) sure|sure (?:because|blame|take|why)|of course (?:it's (?:my|always|not|gone|the)|my fault|nobody)|super|\\blove|impress|helpful|\\bbest\\b|\\bkind\\b|generous|hono|\\bglad|proud|lucky|\\bjoy|\\bfun\\b|excellent|terrific|fabulous|\\bcool\\b|genius|\\bsmart|worth|yeah right|no rush|take your time|surprise|professional|valued|reassuring|\\bha\\b|don't worry|famous"
                      + "|真(?:是)?(?:太?好|行|快|棒|会|专业|贴心|聪明|大方|负责|了不起|有|服|值|挑|忙|智能|轻巧)|太(?:好|棒|会|感人|感谢|谢谢|有|荣幸)|可(?:真|太)|呵|哟|呦|厉害|优秀|牛[,，。!！真]|恭喜|好家伙|不愧|绝了|佩服|荣幸|感动|长见识|真有你|谢谢?你(?:们|全)|谢您|感谢贵|好一个|好得很|好极了|好棒|挺好的[,，].|不错不错|业界良心|寂寞|保了个|辛苦你们了[,，]|高级|完美|可以啊[,，]|了不起|惊喜|敢情|哈哈哈|行行行|对对对|是是是|是啊是啊|好大方|满分|真好意思|不着急[,，]")),
          entry(
              Act.APOLOGY,
              pattern(
                  "\\bsorry\\b|apolog|my bad|forgive|our (?:fault|mistake)|regret"
                      + "|抱歉|对不起|不好意思|歉|原谅|谅解|见谅|赔(?:个)?不是|对不住")),
          entry(
              Act.PROMISE,
              pattern(
                  "\\bwill\\b|'ll\\b|going to|gonna|\\bshall\\b|promise|assure|guarantee|make sure|\\blet me\\b|\\bi'm (?:sending|submitting|filing|putting)|\\bi've (?:asked|sent|put|booked)|won't"
                      + "|会|给您|帮您|帮你|为您|给你|马上|尽快|一定|保证|安排|放心|跟进|我们.{0,6}(?:退|补|发|送)|今天.{0,8}(?:发|送)|之[前内]|以内")),
          entry(
              Act.TRANSFER,
              pattern(
                  "transfer|connect|put you through|putting you|hand (?:you|the)|pass you|forward|rout|on the line|over to|escalat|colleague|speak|manager|supervisor|转|接通|叫我们|领导|主管|班长|经理|联系")),
          entry(
              Act.NEXT_STEP,
              pattern(
                  "\\byou(?:'ll|'d| will| would| can| should| need| have| must| could)?\\b|please|\\b(?:go|click|press|download|log|take|bring|send|call|reply|try|keep|make sure|unplug|put|turn|choose|fill|enter|wait|ask|hold|refuse|print|pick)\\b"
                      + "|您(?:需要|可以|可|先|得|要|那边|点|在|到|把|拿|去|联系|提供|提交|申请|下单|重新|再|直接|自行|收到|保持|按)|请您?|麻烦|建议|需要您|辛苦您|务必|先.{0,12}再|点击|等.{0,10}(?:再|就)|就可以|就行")),
          entry(
              Act.REPEAT_CONTACT,
              pattern(
                  "\\b(?:first|second|third|fourth|fifth|\\d+(?:st|nd|rd|th)|two|three|four|five|six|ten|many|several|more than once|multiple) (?:time|times|attempt|agent|people|calls|emails)|every time i (?:call|ring|write|ask)|(?:called|call|rang|ring|phoned|spoke|spoken|talked|wrote|written|emailed|contacted|chatted|asked|reported|raised|complained|explained|told|said|promised|back|again|been|sent|through)\\b.{0,40}\\b(?:again|before|already|yesterday|last|earlier|twice|times|ago|back|morning|monday|tuesday|wednesday|thursday|friday|weekend|weeks?|month|previous)|(?:again|before|already|yesterday|last|earlier|keep|still|follow(?:ing)? up)\\b.{0,40}\\b(?:call|called|calling|rang|ring|spoke|spoken|talked|talking|wrote|writing|emailed|email|contact|contacted|chat|asked|ticket|case|told|said|me|time|reply)|following up|whole story again|same (?:problem|issue|thing)|how many times|back and forth|not the first|isn't the first|got cut off|call again"
                      + "|第?[二三四五六七八九十两几多\\d]+[次遍回](?!性)|好几次|多少次|多少遍|每次|又(?:是我|打|来|找)|(?:之前|上次|上回|上周|上个月|昨天|前天|前几天|早上|刚才|刚刚|已经|都|周末).{0,12}(?:打|联系|说过|说了|说的|反映|反馈|咨询|客服|投诉|问过|问了|催|报修|报过|沟通|找过|找你|回复|发过|讲过)|来来回回|不是第一次|还要我再|没给我弄完")));

  /** "sorry?" asks to say it again, "sorry to bother you" is no apology for the service. */
  private static final Pattern PARDON =
      pattern(
          "\\bsorry (?:what|can you|could you|say|i (?:didn't|missed|couldn't))|\\bsorry\\?|pardon|不好意思.{0,6}(?:没听|再说|您说什么)|怠慢|不周|多多(?:谅解|包[涵含])");

  /** What the agent does or has done is no step of the customer's. */
  private static final Pattern OUR_TURN =
      pattern(
          "评价|满意度|好评|打分|survey|rate (?:us|me|our|this|the)|rating|^(?!.*(?:请您|您需要|您先|您可以|麻烦您|建议您)).*(?:帮您|为您|给您|我们会|系统会|已经)|^(?!.*\\byou\\b).*\\bi(?:'ll| will|'ve| have)\\b");

  /** Care in general, and what is done already. */
  private static final Pattern SLOGAN_OR_DONE =
      pattern(
          "竭诚|尽心尽力|不会懈怠|宗旨|^(?!.*(?:会|将|再|后|之内|以内|预计)).*(?:已经|已为您|已给您|已帮您|了[呢哦哈的]*$)|\\b(?:i've|i have|we've|we have) (?:already )?(?:refunded|cancelled|canceled|done|fixed|sent)");

  private static final Pattern REGRET =
      pattern(
          "\\b(?:so|very|really|terribly|truly|deeply|extremely|i'm|i am|we're|we are) sorry\\b|apologi[sz]|apologies|sorry (?:for|about|to (?:hear|keep|have)|that)"
              + "|抱歉|对不起|不好意思|歉意|对不住|道歉");

  private static final Pattern UNDERSTANDS =
      pattern(
          "\\bi (?:completely |totally |fully |really |do |can )*(?:understand|imagine|see|get) (?:how|why|your (?:frustration|concern|worry)|that (?:must|it must|this must))|i'd (?:be|feel) (?:upset|the same)|every right to be"
              + "|(?:理解|体会|体谅|明白)(?:到)?您的?(?:心情|感受|难处|着急|担心)|(?:换作|换成|要是|如果是|是)我.{0,4}也会|(?:您|先)?(?:先)?别(?:着急|生气|担心)|消消气");

  private static final Pattern ESCALATES =
      pattern(
          "\\b(?:speak|talk) (?:to|with) (?:your|a|the|my) (?:manager|supervisor|boss|superior)|(?:get|put|give) me (?:your|a|the) (?:manager|supervisor|boss)|want (?:a|your) (?:manager|supervisor)|file a complaint|make a (?:formal )?complaint"
              + "|(?:叫|让|找|换)你?们?的?(?:经理|主管|领导|上级|班长|负责人)|我要投诉|转人工|投诉你们");

  private static final Pattern ASKS =
      pattern(
          "[?？]|[吗嘛呢么](?:[。，,!！~～\\s]|$)|^(?:.{0,12} )?(?:what|when|where|who|why|how|which)\\b"
              + "|\\b(?:do|does|did|is|are|can|could|will|would|should|has|have) (?:i|you|it|we|they|there|that|this|the|my)\\b"
              + "|什么|怎么|怎样|多少|几[天点时个号]|为何|为啥|哪[里儿个家些]|是不是|能不能|可不可以|有没有|多久|多长|咋|啥|吧(?:[?？\\s]|$)");

  private Cues() {}

  /** Lowers the confidence of an act where the words it needs are missing. */
  static double weighed(String act, String text, double confidence) {
    if (act.equals(Act.NEXT_STEP) && OUR_TURN.matcher(text).find()) {
      return confidence * DOUBT;
    }
    if (act.equals(Act.PROMISE) && SLOGAN_OR_DONE.matcher(text).find()) {
      return confidence * DOUBT;
    }
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

  /** Whether understanding is put into words, whatever else is said. */
  static boolean understands(String text) {
    return UNDERSTANDS.matcher(text).find();
  }

  /** Whether somebody higher is asked for in so many words. */
  static boolean escalates(String text) {
    return ESCALATES.matcher(text).find();
  }

  /** Whether it has the form of a question. */
  static boolean asks(String text) {
    return ASKS.matcher(text).find();
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
