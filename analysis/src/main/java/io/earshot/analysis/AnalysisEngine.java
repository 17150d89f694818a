package io.earshot.analysis;

import io.earshot.analysis.embedding.Embedder;
import io.earshot.analysis.embedding.EmbeddingModels;
import io.earshot.analysis.emotion.EmotionPack;
import io.earshot.analysis.emotion.FeelingCourse;
import io.earshot.analysis.emotion.FeelingShifts;
import io.earshot.analysis.emotion.LearnedEmotions;
import io.earshot.analysis.facts.ActPack;
import io.earshot.analysis.facts.FactFinder;
import io.earshot.analysis.intent.IntentPack;
import io.earshot.analysis.intent.LearnedIntents;
import io.earshot.analysis.language.ChineseText;
import io.earshot.analysis.language.LanguageDetector;
import io.earshot.analysis.language.Tokenizer;
import io.earshot.analysis.language.Utterance;
import io.earshot.analysis.learning.WeightStore;
import io.earshot.analysis.redaction.Redactor;
import io.earshot.analysis.summary.Keywords;
import io.earshot.analysis.summary.Summarizer;
import io.earshot.analysis.talk.Talk;
import io.earshot.analysis.talk.TalkMeter;
import io.earshot.conversation.Analysis;
import io.earshot.conversation.CheckResult;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EarshotException;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.TurnInsight;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * All of the analysis: reads turns, scores them, judges the whole.
 *
 * <p>Thread-safe; conversations analysed at the same time share the engine's threads. After {@link
 * #close()} a call throws {@link IllegalStateException} or {@link
 * java.util.concurrent.RejectedExecutionException}.
 */
public final class AnalysisEngine implements Analyzer, AutoCloseable {
  private final AnalysisSettings settings;
  private final EmbeddingModels models;
  private final IntentPack intents;
  private final EmotionPack emotions;
  private final LearnedIntents classifier;
  private final Workers workers;
  private final TurnReader reader;
  private final TurnScorer scorer;
  private final TalkMeter talkMeter;
  private final Keywords keywords;
  private final FactFinder facts;
  private final Redactor redactor;
  private final OwnHeads heads;
  private volatile boolean closed;

  private AnalysisEngine(
      AnalysisSettings settings,
      EmbeddingModels models,
      IntentPack intents,
      EmotionPack emotions,
      LearnedIntents classifier,
      LearnedEmotions scorer,
      FactFinder facts,
      Redactor redactor,
      OwnHeads heads) {
    this.settings = settings;
    this.models = models;
    this.intents = intents;
    this.emotions = emotions;
    this.classifier = classifier;
    this.workers = new Workers(settings.threads());
    this.reader = new TurnReader(LanguageDetector.byScript(), models, workers);
    this.scorer = new TurnScorer(classifier, scorer);
    this.talkMeter = new TalkMeter(settings.silence(), settings.chatWait(), settings.overlap());
    this.keywords = new Keywords(settings.keywords());
    this.facts = facts;
    this.redactor = redactor;
    this.heads = heads;
  }

  /**
   * Loads dictionaries and models and learns the examples, or takes up what was learned from the
   * same examples before.
   *
   * @param configFolder holds {@code intents/*.yaml}, {@code emotions/*.yaml}, {@code acts/*.yaml}
   *     and {@code redaction.yaml}
   * @param cacheFolder for native libraries and what was learned; made when it is not there, and
   *     may be emptied while no engine is open
   * @param zone where the conversations are held: tells which day "tomorrow" is
   * @throws EarshotException of kind MISCONFIGURED that names every problem of the files, EXHAUSTED
   *     when the cache folder can't be written
   */
  public static AnalysisEngine open(
      AnalysisSettings settings, Path configFolder, Path cacheFolder, ZoneId zone) {
    return open(settings, configFolder, cacheFolder, zone, OwnHeads.NONE);
  }

  /** The same with heads that were trained on the user's own labels. */
  public static AnalysisEngine open(
      AnalysisSettings settings, Path configFolder, Path cacheFolder, ZoneId zone, OwnHeads heads) {
    CompletableFuture<Void> dictionaries = CompletableFuture.runAsync(AnalysisEngine::warmUp);
    List<String> problems = new ArrayList<>();
    IntentPack intents = load(() -> IntentPack.load(configFolder.resolve("intents")), problems);
    EmotionPack emotions = load(() -> EmotionPack.load(configFolder.resolve("emotions")), problems);
    ActPack acts = load(() -> ActPack.load(configFolder.resolve("acts")), problems);
    Redactor redactor = load(() -> Redactor.load(configFolder.resolve("redaction.yaml")), problems);
    if (!problems.isEmpty()) {
      throw EarshotException.misconfigured(String.join(System.lineSeparator(), problems));
    }
    EmbeddingModels models =
        EmbeddingModels.open(settings.cachedVectors(), settings.maxTokens(), cacheFolder);
    try {
      AnalysisEngine engine =
          learn(
              settings,
              models,
              new Packs(intents, emotions, acts, heads),
              redactor,
              cacheFolder,
              zone);
      dictionaries.join();
      return engine;
    } catch (RuntimeException e) {
      models.close();
      throw e;
    }
  }

  private static <T> T load(Supplier<T> loader, List<String> problems) {
    try {
      return loader.get();
    } catch (EarshotException e) {
      problems.add(e.getMessage());
      return null;
    }
  }

  private static AnalysisEngine learn(
      AnalysisSettings settings,
      EmbeddingModels models,
      Packs packs,
      Redactor redactor,
      Path cacheFolder,
      ZoneId zone) {
    WeightStore store = new WeightStore(cacheFolder.resolve("learned"));
    Map<String, Double> closeness =
        Map.of("zh", settings.intentClosenessZh(), "en", settings.intentClosenessEn());
    LearnedEmotions.Tuning tuning =
        new LearnedEmotions.Tuning(
            settings.neutralPrior(), settings.emotionProbability(), settings.persistence());
    return new AnalysisEngine(
        settings,
        models,
        packs.intents(),
        packs.emotions(),
        packs
            .heads()
            .over(
                LearnedIntents.learn(
                    packs.intents(), models, store, closeness, settings.intentProbability())),
        packs
            .heads()
            .over(
                LearnedEmotions.learn(packs.emotions(), models, store, tuning),
                packs.emotions(),
                models),
        FactFinder.learn(packs.acts(), models, store, zone),
        redactor,
        packs.heads());
  }

  /** What operators described by examples. */
  private record Packs(IntentPack intents, EmotionPack emotions, ActPack acts, OwnHeads heads) {}

  /** The dictionaries load on first use, which should not be a customer's. */
  private static void warmUp() {
    Tokenizer.of("zh").tokenize(ChineseText.simplified("訂單什麼時候發貨"));
    Tokenizer.of("en").tokenize("order");
  }

  /** What texts mean, by the models the analysis itself uses. */
  public Embedder embedder() {
    return models;
  }

  /** Takes personal data out, by the same settings; to be used before {@link #analyze}. */
  public Redactor redactor() {
    return redactor;
  }

  /** Whether analyses can be made. */
  public CheckResult check() {
    if (closed) {
      return CheckResult.failed("analysis", "is closed; start the program again");
    }
    return CheckResult.ok(
        "analysis",
        "Chinese and English sentence models, %d intents, %d emotions, %d threads%s"
            .formatted(
                intents.intents().size(),
                emotions.size(),
                settings.threads(),
                heads.description()));
  }

  @Override
  public Analysis analyze(Conversation conversation) {
    String language = reader.language(conversation);
    List<Utterance> utterances = reader.read(conversation, language);
    List<ScoredTurn> turns = scorer.score(utterances);
    List<TurnInsight> insights = turns.stream().map(ScoredTurn::insight).toList();
    Facts known = facts.find(conversation, utterances, insights);
    EmotionCourse course =
        FeelingCourse.of(
            turns.stream().flatMap(turn -> turn.feeling().stream()).toList(), known.resolution());
    Talk talk = talkMeter.measure(conversation, language);
    List<Finding> words = keywords.of(utterances);
    List<Finding> summary = summary(turns, utterances);
    List<Finding> findings = new ArrayList<>();
    turns.forEach(turn -> findings.addAll(turn.findings()));
    findings.addAll(words);
    findings.addAll(summary);
    findings.addAll(talk.findings());
    findings.addAll(shifts(turns));
    findings.addAll(known.findings());
    return new Analysis(
        language,
        insights,
        findings,
        IntentRanking.of(turns, intents, settings.conversationIntents()),
        course,
        talk.metrics(),
        words.stream().map(Finding::name).toList(),
        summary.stream().map(finding -> quote(finding, conversation)).toList(),
        ConversationScore.of(conversation, course, talk.metrics(), turns, known.resolution()),
        known);
  }

  private static List<Finding> shifts(List<ScoredTurn> turns) {
    List<FeelingShifts.Step> steps = new ArrayList<>();
    for (ScoredTurn turn : turns) {
      int index = turn.utterance().turn().index();
      turn.feeling().ifPresent(feeling -> steps.add(new FeelingShifts.Step(index, feeling)));
    }
    return FeelingShifts.find(steps);
  }

  private List<Finding> summary(List<ScoredTurn> turns, List<Utterance> utterances) {
    Set<Integer> purposeful = new HashSet<>();
    for (ScoredTurn turn : turns) {
      if (turn.intents().stream().anyMatch(match -> intents.weight(match.name()) > 0.5)) {
        purposeful.add(turn.utterance().turn().index());
      }
    }
    Summarizer summarizer =
        new Summarizer(classifier::isCourtesy, turn -> purposeful.contains(turn.turn().index()));
    return summarizer.summarize(utterances);
  }

  private static String quote(Finding finding, Conversation conversation) {
    String text = conversation.turns().get(finding.turn()).text();
    return text.substring(finding.start(), finding.end());
  }

  @Override
  public void close() {
    closed = true;
    workers.close();
    models.close();
  }
}
