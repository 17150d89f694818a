package io.earshot.analysis.emotion;

import io.earshot.conversation.Satisfaction;
import java.util.List;

/**
 * What a customer would probably answer to "how satisfied were you", from how the conversation
 * felt: people judge by the most intense moment and the end (Kahneman's peak-end rule).
 *
 * <p>A convention, not a law: on 1,000 rated English task dialogues (USS over SGD) the forecast
 * correlates with the mean rating by .2 only, less than single raters do with each other. The range
 * says so; it narrows as more is heard.
 */
final class SatisfactionForecast {
  private static final double MIDDLE = 3;
  private static final double REACH = 2;

  /** At a mean of plain frustration, -0.6, the forecast is 1.4 stars. */
  private static final double STEEPNESS = 1.8;

  /** 1.28 standard deviations hold four in five; single customers' answers scatter by about 0.8. */
  private static final double LEAST_MARGIN = 1.0;

  private static final double FEW_TURNS_MARGIN = 1.0;

  private SatisfactionForecast() {}

  static Satisfaction of(List<Feeling> feelings, double peakEnd, double end) {
    double stars = MIDDLE + REACH * Math.tanh(STEEPNESS * (peakEnd + end) / 2);
    double margin = LEAST_MARGIN + FEW_TURNS_MARGIN / Math.sqrt(feelings.size());
    return new Satisfaction(stars, Math.max(1, stars - margin), Math.min(5, stars + margin));
  }
}
