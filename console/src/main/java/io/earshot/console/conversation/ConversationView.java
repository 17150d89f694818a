package io.earshot.console.conversation;

import io.earshot.conversation.Analysis;
import io.earshot.conversation.Channel;
import io.earshot.conversation.Conversation;
import io.earshot.conversation.EmotionCourse;
import io.earshot.conversation.Facts;
import io.earshot.conversation.Finding;
import io.earshot.conversation.Score;
import io.earshot.conversation.Scored;
import io.earshot.conversation.SpeakerSource;
import io.earshot.conversation.TalkMetrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A conversation as the API shows it. */
record ConversationView(
    String id,
    String source,
    Channel channel,
    String language,
    Instant startedAt,
    Instant receivedAt,
    long durationMs,
    boolean timed,
    String agent,
    String customer,
    String queue,
    Map<String, String> attributes,
    boolean diarized,
    SpeakerSource speakerSource,
    double speakerConfidence,
    boolean audio,
    boolean redacted,
    boolean originalKept,
    List<Scored> intents,
    EmotionCourse emotion,
    double score,
    List<Score.Part> scoreParts,
    TalkMetrics talk,
    List<String> keywords,
    List<String> summary,
    Facts facts,
    List<Finding> findings,
    List<TurnView> turns) {

  static ConversationView of(Archived kept) {
    Conversation conversation = kept.conversation();
    Analysis analysis = kept.analysis();
    return new ConversationView(
        conversation.id().value(),
        conversation.source(),
        conversation.channel(),
        analysis.language(),
        conversation.startedAt(),
        kept.receivedAt(),
        conversation.durationMs(),
        conversation.timed(),
        kept.agent(),
        conversation.customer().orElse(""),
        kept.queue(),
        conversation.attributes(),
        conversation.speakerSource() == SpeakerSource.DIARIZATION,
        conversation.speakerSource(),
        conversation.speakerConfidence(),
        kept.sound(),
        !kept.redactions().isEmpty(),
        kept.originalKept(),
        analysis.intents(),
        analysis.emotion(),
        analysis.score().value(),
        analysis.score().parts(),
        analysis.talk(),
        analysis.keywords(),
        analysis.summary(),
        analysis.facts(),
        analysis.findings(),
        TurnView.of(kept));
  }
}
