package io.earshot.analysis.talk;

import io.earshot.conversation.Finding;
import io.earshot.conversation.TalkMetrics;
import java.util.List;

/** The figures of a conversation and the moments behind them. */
public record Talk(TalkMetrics metrics, List<Finding> findings) {
  public Talk {
    findings = List.copyOf(findings);
  }
}
